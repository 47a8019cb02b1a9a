using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>So many appointments of one day that are alike in all of this.</summary>
/// <param name="Start">When they begin.</param>
/// <param name="AgentId">Who booked them.</param>
/// <param name="Potential">What the agent expected.</param>
/// <param name="Campaign">Where the lead came from; null for nowhere.</param>
/// <param name="Status">What became of them.</param>
/// <param name="IsConfirmed">Whether they had been confirmed.</param>
/// <param name="Count">How many.</param>
public readonly record struct SheetCell(
    TimeOnly Start, Guid AgentId, Potential Potential, string? Campaign, BookingStatus Status, bool IsConfirmed, int Count);
