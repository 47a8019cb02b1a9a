using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Settings;

/// <summary>Reads and changes the business settings. Every change is kept with author and time, and is published to all open pages.</summary>
/// <remarks>The settings read last are kept by their revision, which is read anew each time: a decision is never made on old ones. Thread-safe.</remarks>
public sealed class SettingsStore(Database database, ISettingsAuthorizer authorizer, OfficeClock clock)
{
    private OfficeSettings _latest = OfficeSettings.Default;

    /// <summary>Reads the settings as this context's transaction sees them.</summary>
    public async Task<OfficeSettings> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken) =>
        await ReadAsync(db, await db.Settings.MaxAsync(s => (long?)s.Revision, cancellationToken) ?? 0, cancellationToken);

    /// <summary>Asks for the revision that the transaction sees, as the only row; see <see cref="ReadAsync(SlotBookingDb, long, CancellationToken)"/>.</summary>
    internal static List<long> AskRevision(RoundTrip trip) =>
        trip.Ask("""SELECT COALESCE(MAX("Revision"), 0) FROM settings""", reader => reader.GetInt64(0));

    /// <summary>Reads the settings of the revision that this context's transaction sees.</summary>
    internal async Task<OfficeSettings> ReadAsync(SlotBookingDb db, long revision, CancellationToken cancellationToken)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest.Revision == revision)
        {
            return latest;
        }

        var rows = await db.Settings.AsNoTracking().ToListAsync(cancellationToken);
        var settings = new OfficeSettings(
            rows.Count == 0 ? 0 : rows.Max(r => r.Revision),
            rows.ToImmutableDictionary(row => row.Section, row => row.Json, StringComparer.Ordinal));
        Volatile.Write(ref _latest, settings);
        return settings;
    }

    /// <summary>Reads the settings as they are now, in a context of its own.</summary>
    public async Task<OfficeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    /// <summary>Changes one section, if <see cref="ISettingsAuthorizer"/> lets the author.</summary>
    /// <param name="section">The section.</param>
    /// <param name="change">Makes the new value of the present one; may be called more than once.</param>
    /// <param name="author">Who changes it.</param>
    /// <param name="cancellationToken">Cancels the change before it is committed.</param>
    /// <returns>German sentences about what is wrong with the value; empty when it was stored.</returns>
    public Task<IReadOnlyList<string>> ChangeAsync<T>(
        SettingSection<T> section, Func<T, T> change, Actor author, CancellationToken cancellationToken)
        where T : notnull =>
        database.WriteAsync<IReadOnlyList<string>>(
            async db =>
            {
                if (!await authorizer.MayChangeAsync(db, author, cancellationToken))
                {
                    return ["Nur ein Admin kann Einstellungen ändern."];
                }

                // One at a time: two changes would otherwise get the same revision, and one of them would never be seen.
                await db.TakeTurnAsync("settings", cancellationToken);
                var settings = await ReadAsync(db, cancellationToken);
                var before = settings.Get(section);
                var after = change(before);
                var problems = section.ProblemsOf(after);
                var (oldJson, newJson) = (section.Write(before), section.Write(after));
                if (problems.Count > 0 || oldJson == newJson)
                {
                    return problems;
                }

                await StoreAsync(db, section.Name, newJson, settings.Revision + 1, author, cancellationToken);
                return [];
            },
            cancellationToken);

    private async Task StoreAsync(
        SlotBookingDb db, string section, string json, long revision, Actor author, CancellationToken cancellationToken)
    {
        var row = await db.Settings.SingleOrDefaultAsync(s => s.Section == section, cancellationToken);
        var at = await NextChangeTimeAsync(db, section, cancellationToken);
        db.SettingChanges.Add(new SettingChange { Section = section, Before = row?.Json, After = json, At = at, Author = author.Name });
        if (row is null)
        {
            db.Settings.Add(new SettingRow { Section = section, Json = json, Revision = revision });
        }
        else
        {
            row.Json = json;
            row.Revision = revision;
        }

        db.Events.Add(new OfficeEvent { Kind = EventKinds.SettingChanged, At = at, AccountId = author.AccountId, Detail = JsonSerializer.Serialize(section) });
    }

    /// <summary>Now, but after the last change: the history is in the order in which it happened, also when a clock was put back or nodes differ.</summary>
    private async Task<DateTimeOffset> NextChangeTimeAsync(SlotBookingDb db, string section, CancellationToken cancellationToken)
    {
        var last = await db.SettingChanges.Where(c => c.Section == section)
            .OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellationToken);
        return last >= clock.Now ? last.Value.AddMilliseconds(1) : clock.Now;
    }
}
