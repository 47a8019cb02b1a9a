using SlotBooking.Core.Availability;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Puts a day's facts together from what was read of it. No I/O.</summary>
internal sealed class DayPlanner(
    OfficeSettings office, OfficeClock clock, IReadOnlyList<KnownConsultant> consultants, IReadOnlyList<BlockSpan> blocks, DateOnly? through)
{
    // Two syncs are usually a minute apart: an hour without one is worth a word.
    private static readonly TimeSpan OldAfter = TimeSpan.FromHours(1);
    private readonly DateTimeOffset _now = clock.Now;
    private readonly DateOnly _today = clock.Today;
    private readonly Guid[] _fullTime = [.. consultants.Where(c => c.IsFullTime).Select(c => c.Id)];

    /// <summary>The facts of one day: its grid, and any other time in which a booking stands.</summary>
    public DayFacts Day(
        DateOnly day, IReadOnlyList<ReadySlot> ready, IReadOnlyList<(TimeOnly Start, int Number)> sold, IReadOnlyList<CentralTaking> takings)
    {
        var readyByStart = ready.ToLookup(r => r.Start, r => r.ConsultantId);
        var soldByStart = sold.ToLookup(p => p.Start, p => p.Number);
        var starts = office.Grid.StartsOn(day.DayOfWeek).Concat(soldByStart.Select(p => p.Key)).Distinct().Order();
        var slots = starts.Select(start => Detail(new Slot(day, start), readyByStart[start], [.. soldByStart[start].Order()], takings)).ToArray();
        return new DayFacts(day, ClosedBy(day, slots), slots, office.Revision);
    }

    /// <summary>The facts of one slot, in the grid or not.</summary>
    public SlotDetail Detail(Slot slot, IEnumerable<Guid> readyIds, int[] sold, IReadOnlyList<CentralTaking> takings)
    {
        var range = office.Grid.RangeOf(slot, clock);
        var inGrid = office.Grid.Contains(slot);
        var fromStaffing = office.Horizon.IsFromStaffing(slot.Day, through, _today);
        var ids = (fromStaffing ? Staffing.ReadyIn(slot, _fullTime, office.Readiness) : readyIds).ToHashSet();
        var isPast = range.Start <= _now;
        var ready = consultants.Where(c => ids.Contains(c.Id)).Select(c => Ready(c, isGiven: fromStaffing || c.IsLocal, isPast)).ToArray();
        var counting = ready.Count(r => r.Counts);
        var facts = new SlotFacts(
            slot,
            range,
            inGrid,
            Blocks.ReasonFor(range, blocks, office.State, clock),
            inGrid ? office.Capacity.CapacityOf(slot, counting) : 0,
            sold.Length + takings.Where(t => t.StartsAt < range.End && range.Start < t.EndsAt).Sum(t => t.Places),
            counting,
            fromStaffing);
        return new SlotDetail(facts, ready, office.Capacity.PlacesFor(slot), sold);
    }

    /// <summary>The age is told once it is worth a word, and not before: a row that is read every minute stays the same row.</summary>
    private ReadyConsultant Ready(KnownConsultant consultant, bool isGiven, bool isPast)
    {
        var counts = isGiven || isPast || office.Readiness.IsFresh(consultant.KnownAt, _now);
        var isOld = !isGiven && (!counts || _now - consultant.KnownAt > OldAfter);
        return new ReadyConsultant(consultant.Name, isOld ? consultant.KnownAt : null, counts);
    }

    private static string? ClosedBy(SlotDetail[] slots) =>
        slots.Length > 0 && slots.All(s => s.Facts.BlockedBy is not null) ? slots[0].Facts.BlockedBy : null;

    private string? ClosedBy(DateOnly day, SlotDetail[] slots) => Holidays.NameOf(day, office.State) ?? ClosedBy(slots);
}
