using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads what there is to know of slots. For showing whole days; a command is decided on a <see cref="SlotQuestion"/>.</summary>
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

        var trip = new RoundTrip(db);
        var planner = new PlannerQuestion(trip, first, last);
        await trip.SendAsync(cancellationToken);
        var plan = planner.Planner(office, clock);
        var readyByDay = ready.ToLookup(r => r.Day);
        var soldByDay = sold.ToLookup(p => p.Day, p => (p.Start, p.Number));
        var takingsByDay = takings.ToLookup(t => t.Day);
        return days.Distinct().ToDictionary(
            day => day,
            day => plan.Day(day, [.. readyByDay[day]], [.. soldByDay[day]], [.. takingsByDay[day]]));
    }
}
