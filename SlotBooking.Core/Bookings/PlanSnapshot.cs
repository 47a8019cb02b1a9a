using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>The plan from this week's Monday to the last day that can be booked, as one immutable picture for all circuits of a node.</summary>
/// <param name="Days">A board for each day; a day that did not change keeps its object from picture to picture.</param>
/// <param name="Weeks">The present ISO week and the five after it.</param>
/// <param name="Suggestions">Up to five slots to offer, best first.</param>
/// <param name="LastDay">The last day that can be booked.</param>
public sealed record PlanSnapshot(
    IReadOnlyDictionary<DateOnly, DayBoard> Days,
    IReadOnlyList<WeekLoad> Weeks,
    IReadOnlyList<SlotFacts> Suggestions,
    DateOnly LastDay)
{
    /// <summary>Before anything was read.</summary>
    public static readonly PlanSnapshot Empty = new(new Dictionary<DateOnly, DayBoard>(), [], [], DateOnly.MinValue);
}

/// <summary>What changed from one picture to the next.</summary>
/// <param name="Days">The days that look different now.</param>
/// <param name="News">What people did, oldest first.</param>
/// <param name="Agents">Whose own bookings changed.</param>
public sealed record PlanChange(IReadOnlySet<DateOnly> Days, IReadOnlyList<PlanNews> News, IReadOnlySet<Guid> Agents);

/// <summary>One thing somebody did, for the line of live news.</summary>
/// <param name="Kind">One of <see cref="Events.EventKinds"/>: booked, moved, cancelled or restored.</param>
/// <param name="AgentId">Who did it; whose booking it was when people deleted it in the calendar.</param>
/// <param name="AgentName">The display name.</param>
/// <param name="Slot">The slot it is about.</param>
/// <param name="At">When, UTC.</param>
public sealed record PlanNews(string Kind, Guid AgentId, string AgentName, Slot Slot, DateTimeOffset At);
