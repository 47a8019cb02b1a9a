using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads what there is to know of the slots of some days. The same code reads for showing and, inside the writing transaction, for deciding.</summary>
public sealed class SlotFactsReader(SettingsStore settings, OfficeClock clock)
{
    /// <summary>Everything about the days given; days may lie anywhere, each is read whole.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, DayFacts>> ReadAsync(
        SlotBookingDb db, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
        {
            return new Dictionary<DateOnly, DayFacts>();
        }

        var office = await settings.ReadAsync(db, cancellationToken);
        var (first, last) = (days.Min(), days.Max());
        var wanted = last.DayNumber - first.DayNumber + 1 == days.Count ? null : days; // a whole range needs no list
        var consultants = await ReadConsultantsAsync(db, cancellationToken);
        var ready = await db.ReadySlots.AsNoTracking()
            .Where(r => r.Day >= first && r.Day <= last && (wanted == null || wanted.Contains(r.Day)))
            .ToListAsync(cancellationToken);
        var sold = await db.SlotPlaces.AsNoTracking()
            .Where(p => p.Day >= first && p.Day <= last && (wanted == null || wanted.Contains(p.Day)))
            .Select(p => new { p.Day, p.Start, p.Number })
            .ToListAsync(cancellationToken);
        var takings = await db.CentralTakings.AsNoTracking()
            .Where(t => t.Day >= first && t.Day <= last && (wanted == null || wanted.Contains(t.Day)))
            .ToListAsync(cancellationToken);
        var blocks = await db.Blocks.AsNoTracking().Where(b => b.LastDay >= first && b.FirstDay <= last).ToListAsync(cancellationToken);
        var through = await db.AvailabilityWindows.AsNoTracking().Select(w => (DateOnly?)w.Through).SingleOrDefaultAsync(cancellationToken);

        var plan = new DayPlanner(office, clock, consultants, blocks, through);
        var readyByDay = ready.ToLookup(r => r.Day);
        var soldByDay = sold.ToLookup(p => p.Day, p => (p.Start, p.Number));
        var takingsByDay = takings.ToLookup(t => t.Day);
        return days.Distinct().ToDictionary(
            day => day,
            day => plan.Day(day, [.. readyByDay[day]], [.. soldByDay[day]], [.. takingsByDay[day]]));
    }

    private static async Task<IReadOnlyList<KnownConsultant>> ReadConsultantsAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var consultants = await db.Consultants.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Position).ThenBy(c => c.Name)
            .ToListAsync(cancellationToken);
        var known = await db.CalendarStates.AsNoTracking().Select(s => new { s.CalendarKey, s.KnownAt })
            .ToDictionaryAsync(s => s.CalendarKey, s => s.KnownAt, cancellationToken);
        return
        [
            .. consultants.Select(c => new KnownConsultant(
                c.Id, c.Name, c.IsFullTime, IsLocal: c.CalendarId is null, KnownAt: known.GetValueOrDefault(c.CalendarKey))),
        ];
    }
}
