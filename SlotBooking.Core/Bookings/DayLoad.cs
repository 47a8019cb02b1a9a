using SlotBooking.Core.Availability;

namespace SlotBooking.Core.Bookings;

/// <summary>How full a day is. Blocked slots are left out of the sums.</summary>
/// <param name="Day">The day.</param>
/// <param name="Load">The sums over its slots, those already past included.</param>
/// <param name="BlockedBy">The reason, when every slot of the day is blocked.</param>
public sealed record DayLoad(DateOnly Day, Load Load, string? BlockedBy)
{
    /// <summary>The sums of one day; slots of other days are ignored.</summary>
    public static DayLoad Of(DateOnly day, IEnumerable<SlotFacts> slots)
    {
        var own = slots.Where(facts => facts.InGrid && facts.Slot.Day == day).OrderBy(facts => facts.Slot).ToList();
        var open = own.Where(facts => facts.BlockedBy is null).ToList();
        var load = Load.Of(open.Sum(facts => facts.Taken), open.Sum(facts => facts.Capacity));
        return new(day, load, open.Count == 0 ? own.FirstOrDefault()?.BlockedBy : null);
    }
}
