using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Settings;

/// <summary>Reads and changes the business settings. Every change is kept with author and time, and is told to all open pages.</summary>
/// <remarks>The parsed settings are remembered by their revision, which is read anew each time: a decision is never made on old ones. Thread-safe.</remarks>
public sealed class SettingsStore(Database database, OfficeClock clock)
{
    /// <summary>How sections are written, also in the history.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private OfficeSettings _latest = OfficeSettings.Default;

    /// <summary>The settings as this context's transaction sees them.</summary>
    public async Task<OfficeSettings> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken) =>
        await ReadAsync(db, await db.Settings.MaxAsync(s => (long?)s.Revision, cancellationToken) ?? 0, cancellationToken);

    /// <summary>Asks for the revision that the transaction sees, as the only row; see <see cref="ReadAsync(SlotBookingDb, long, CancellationToken)"/>.</summary>
    internal static List<long> AskRevision(RoundTrip trip) =>
        trip.Ask("""SELECT COALESCE(MAX("Revision"), 0) FROM settings""", reader => reader.GetInt64(0));

    /// <summary>The settings of the revision that this context's transaction sees.</summary>
    internal async Task<OfficeSettings> ReadAsync(SlotBookingDb db, long revision, CancellationToken cancellationToken)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest.Revision == revision)
        {
            return latest;
        }

        var rows = await db.Settings.AsNoTracking().ToListAsync(cancellationToken);
        var settings = rows.Aggregate(
            OfficeSettings.Default,
            (current, row) => SettingSections.All.TryGetValue(row.Section, out var section) ? section.Read(current, row.Json, Json) : current);
        settings = settings with { Revision = rows.Count == 0 ? 0 : rows.Max(r => r.Revision) };
        Volatile.Write(ref _latest, settings);
        return settings;
    }

    /// <summary>The settings now, in a context of its own.</summary>
    public async Task<OfficeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    /// <summary>Changes one section („capacity“, „grid“, „readiness“, „horizon“, „outcomes“, „game“, „state“). Only an active admin may.</summary>
    /// <returns>German sentences about what is wrong with the value; empty when it was stored.</returns>
    public Task<IReadOnlyList<string>> ChangeAsync(
        string sectionName, Func<OfficeSettings, OfficeSettings> change, Actor author, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async db =>
            {
                var section = SettingSections.All[sectionName];
                if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
                {
                    return ["Nur ein Admin kann Einstellungen ändern."];
                }

                // One at a time: two changes would otherwise get the same revision, and one of them would never be seen.
                await db.TakeTurnAsync("settings", cancellationToken);
                var before = await ReadAsync(db, cancellationToken);
                var after = change(before);
                var problems = section.Problems(after);
                var (oldJson, newJson) = (section.Write(before, Json), section.Write(after, Json));
                if (problems.Count > 0 || oldJson == newJson)
                {
                    return problems;
                }

                await StoreAsync(db, sectionName, newJson, before.Revision + 1, author, cancellationToken);
                return [];
            },
            cancellationToken);

    private async Task StoreAsync(
        SlotBookingDb db, string section, string json, long revision, Actor author, CancellationToken cancellationToken)
    {
        var row = await db.Settings.SingleOrDefaultAsync(s => s.Section == section, cancellationToken);
        var at = await BehindAsync(db, section, cancellationToken);
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

    /// <summary>Now, but behind the last change: the history is in the order in which it happened, also when a clock was put back or nodes differ.</summary>
    private async Task<DateTimeOffset> BehindAsync(SlotBookingDb db, string section, CancellationToken cancellationToken)
    {
        var last = await db.SettingChanges.Where(c => c.Section == section).OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellationToken);
        return last >= clock.Now ? last.Value.AddMilliseconds(1) : clock.Now;
    }
}
