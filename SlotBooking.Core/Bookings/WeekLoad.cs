using SlotBooking.Core.Availability;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>How full an ISO week is. Blocked slots and holidays are left out of the sums.</summary>
/// <param name="Week">The week, by its ISO year.</param>
/// <param name="Load">The sums over its slots, those already past included.</param>
/// <param name="IsBlocked">True when every slot of the week is blocked; then there is nothing to sum.</param>
public sealed record WeekLoad(IsoWeek Week, Load Load, bool IsBlocked)
{
    /// <summary>One row for each of the weeks, in order, also for those without any slot.</summary>
    public static IReadOnlyList<WeekLoad> Of(IEnumerable<SlotFacts> slots, IsoWeek first, int weeks)
    {
        var byWeek = slots.Where(facts => facts.InGrid).ToLookup(facts => IsoWeek.Of(facts.Slot.Day));
        return [.. Enumerable.Range(0, weeks).Select(first.Plus).Select(week => Of(week, [.. byWeek[week]]))];
    }

    private static WeekLoad Of(IsoWeek week, IReadOnlyList<SlotFacts> slots)
    {
        var open = slots.Where(facts => facts.BlockedBy is null).ToList();
        var load = Load.Of(open.Sum(facts => facts.Taken), open.Sum(facts => facts.Capacity));
        return new(week, load, IsBlocked: slots.Count > 0 && open.Count == 0);
    }
}
