using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Persistence.Journal;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Publishes readiness in the old shape: <c>{"YYYY-MM-DD HH:MM": [names]}</c> in <c>static/availability.json</c>.</summary>
/// <remarks>
/// Every slot of the worked-out window has a line, so that „nobody“ and „no such slot“ can be told apart. Nobody is named where nothing can be
/// booked (blocks, holidays) and nobody whose calendar is too old to count. Thread-safe, between processes too.
/// </remarks>
public sealed class AvailabilityFile(Database database, SettingsStore store, OfficeClock clock, PersistFolder folder)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file for people and programs, never part of a page
    };

    /// <summary>Where it lies.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder.Path, "static", "availability.json");

    /// <summary>Writes the file if it is not what it should be.</summary>
    /// <returns>True when it was written.</returns>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var written = false;
        var content = await ContentAsync(cancellationToken);
        while (content is not null)
        {
            written |= await WholeFile.PublishAsync(Path, content, cancellationToken);

            // Another process may have written something newer between our look at the database and our write.
            var now = await ContentAsync(cancellationToken);
            content = now is not null && now.AsSpan().SequenceEqual(content) ? null : now;
        }

        return written;
    }

    private async Task<byte[]?> ContentAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if (await db.AvailabilityWindows.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } window)
        {
            return null;
        }

        var settings = await store.ReadAsync(db, cancellationToken);
        var names = await NamesAsync(db, settings.Readiness, cancellationToken);
        var ready = (await db.ReadySlots.AsNoTracking().Where(r => r.Day >= window.First && r.Day <= window.Through).ToListAsync(cancellationToken))
            .Where(r => names.ContainsKey(r.ConsultantId))
            .ToLookup(r => (r.Day, r.Start), r => names[r.ConsultantId]);
        var blocks = (await db.Blocks.AsNoTracking().Where(b => b.LastDay >= window.First && b.FirstDay <= window.Through).ToListAsync(cancellationToken))
            .ConvertAll(b => new BlockSpan(b.FirstDay, b.LastDay, b.From, b.To, b.Reason));

        var lines = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (slot, range) in settings.Grid.SlotsBetween(window.First, window.Through, clock))
        {
            var isBlocked = Blocks.ReasonFor(range, blocks, settings.State, clock) is not null;
            lines[slot.ToString()] = isBlocked ? [] : [.. ready[(slot.Day, slot.Start)].Order(StringComparer.Ordinal)];
        }

        return JsonSerializer.SerializeToUtf8Bytes(lines, Readable);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(SlotBookingDb db, ReadinessRules rules, CancellationToken cancellationToken)
    {
        var known = await db.CalendarStates.AsNoTracking().ToDictionaryAsync(s => s.CalendarKey, s => s.KnownAt, cancellationToken);
        var consultants = await db.Consultants.AsNoTracking().Where(c => c.IsActive).ToListAsync(cancellationToken);
        return consultants
            .Where(c => c.CalendarId is null || rules.IsFresh(known.GetValueOrDefault(c.CalendarKey), clock.Now))
            .ToDictionary(c => c.Id, c => c.Name);
    }
}
