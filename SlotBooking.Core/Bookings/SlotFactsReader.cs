using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads what there is to know of slots. The same code reads for showing and, inside the writing transaction, for deciding.</summary>
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

        var plan = await PlannerAsync(db, office, first, last, cancellationToken);
        var readyByDay = ready.ToLookup(r => r.Day);
        var soldByDay = sold.ToLookup(p => p.Day, p => (p.Start, p.Number));
        var takingsByDay = takings.ToLookup(t => t.Day);
        return days.Distinct().ToDictionary(
            day => day,
            day => plan.Day(day, [.. readyByDay[day]], [.. soldByDay[day]], [.. takingsByDay[day]]));
    }

    /// <summary>Everything about some slots, which may stand outside the grid; together with the settings that it was read with.</summary>
    internal async Task<(OfficeSettings Office, IReadOnlyDictionary<Slot, SlotDetail> Slots)> ReadSlotsAsync(
        SlotBookingDb db, IReadOnlyCollection<Slot> slots, CancellationToken cancellationToken)
    {
        var office = await settings.ReadAsync(db, cancellationToken);
        if (slots.Count == 0)
        {
            return (office, new Dictionary<Slot, SlotDetail>());
        }

        var days = slots.Select(s => s.Day).Distinct().ToArray();
        var ready = await SlotRows.Ready(db, slots).AsNoTracking().ToListAsync(cancellationToken);
        var sold = await SlotRows.Sold(db, slots).AsNoTracking().Select(p => new { p.Day, p.Start, p.Number }).ToListAsync(cancellationToken);
        var takings = await db.CentralTakings.AsNoTracking().Where(t => days.Contains(t.Day)).ToListAsync(cancellationToken);

        var plan = await PlannerAsync(db, office, days.Min(), days.Max(), cancellationToken);
        var readyBySlot = ready.ToLookup(r => new Slot(r.Day, r.Start), r => r.ConsultantId);
        var soldBySlot = sold.ToLookup(p => new Slot(p.Day, p.Start), p => p.Number);
        var takingsByDay = takings.ToLookup(t => t.Day);
        return (office, slots.ToDictionary(
            slot => slot,
            slot => plan.Detail(slot, readyBySlot[slot], [.. soldBySlot[slot].Order()], [.. takingsByDay[slot.Day]])));
    }

    private async Task<DayPlanner> PlannerAsync(
        SlotBookingDb db, OfficeSettings office, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var consultants = await ReadConsultantsAsync(db, cancellationToken);
        var blocks = await db.Blocks.AsNoTracking().Where(b => b.LastDay >= first && b.FirstDay <= last).ToListAsync(cancellationToken);
        var through = await db.AvailabilityWindows.AsNoTracking().Select(w => (DateOnly?)w.Through).SingleOrDefaultAsync(cancellationToken);
        return new DayPlanner(office, clock, consultants, blocks, through);
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
