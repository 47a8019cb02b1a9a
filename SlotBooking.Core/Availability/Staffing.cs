using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Availability;

/// <summary>The standard staffing, which stands in for calendars where they do not reach yet.</summary>
public static class Staffing
{
    /// <summary>Who counts as ready: the full-time consultants that no restriction keeps from the slot, in the order given.</summary>
    public static IReadOnlyList<Guid> ReadyIn(Slot slot, IEnumerable<Guid> fullTime, ReadinessRules rules) =>
        [.. fullTime.Distinct().Where(consultant => rules.Allows(consultant, slot))];
}
