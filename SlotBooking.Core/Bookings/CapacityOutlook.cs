using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>One change of the places per consultant, as the history tells it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Before">The rules before.</param>
/// <param name="After">The rules from then on.</param>
public sealed record CapacityChange(DateTimeOffset At, string Author, CapacityRules Before, CapacityRules After);

/// <summary>Says what other numbers of places would do to the slots that lie ahead, and who changed them when.</summary>
public sealed class CapacityOutlook(Database database, SlotFactsReader slots, SettingsStore store, OfficeClock clock)
{
    private const int HistoryLength = 20;

    /// <summary>The slots of the grid that lie ahead, as far as can be booked, without blocked ones.</summary>
    public async Task<IReadOnlyList<SlotFacts>> AheadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var settings = await store.ReadAsync(db, cancellationToken);
        var (today, last) = (clock.Today, settings.Horizon.LastDay(clock.Today));
        var days = Enumerable.Range(0, last.DayNumber - today.DayNumber + 1).Select(today.AddDays).ToList();
        var now = clock.Now;
        return
        [
            .. (await slots.ReadAsync(db, days, cancellationToken)).Values.SelectMany(day => day.Slots).Select(slot => slot.Facts)
                .Where(facts => facts is { InGrid: true, BlockedBy: null } && facts.Range.Start > now),
        ];
    }

    /// <summary>The slots that would have more customers than places under these rules and have not now.</summary>
    public static IReadOnlyList<SlotFacts> Overbooked(IEnumerable<SlotFacts> ahead, CapacityRules rules) =>
        [.. ahead.Where(facts => facts.Taken <= facts.Capacity && facts.Taken > rules.CapacityOf(facts.Slot, facts.ReadyCount))];

    /// <summary>The last changes, newest first.</summary>
    public async Task<IReadOnlyList<CapacityChange>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var rows = await db.SettingChanges.AsNoTracking().Where(c => c.Section == "capacity")
            .OrderByDescending(c => c.At).Take(HistoryLength).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new CapacityChange(
            row.At, row.Author, AvailabilitySections.CapacitySection.Parse(row.Before), AvailabilitySections.CapacitySection.Parse(row.After)));
    }
}
