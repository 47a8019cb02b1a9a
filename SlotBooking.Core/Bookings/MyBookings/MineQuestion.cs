using SlotBooking.Core.Events;

namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>Which appointments are asked for.</summary>
/// <param name="AgentId">Whose; null for everybody's.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record MineQuestion(Guid? AgentId, DateOnly First, DateOnly Last)
{
    /// <summary>How far back is shown when nobody says otherwise.</summary>
    public const int DaysBack = 60;

    /// <summary>How far ahead.</summary>
    public const int DaysAhead = 90;

    /// <summary>The usual period around a day.</summary>
    public static (DateOnly First, DateOnly Last) Usual(DateOnly today) => (today.AddDays(-DaysBack), today.AddDays(DaysAhead));

    /// <summary>Whether an event may bring an appointment into the answer that was not in it. Too often is harmless: the row is only read anew.</summary>
    /// <remarks>Nobody books for somebody else; but the calendar does, and admins move what others booked.</remarks>
    public bool MayConcern(OfficeEvent told) =>
        told is { BookingId: not null, Day: { } day } && Holds(day)
        && (AgentId is null || told.AccountId is null || told.AccountId == AgentId || told.Kind is EventKinds.Moved);

    /// <summary>Whether an appointment belongs into the answer.</summary>
    public bool Covers(BookingView booking) => Holds(booking.Slot.Day) && (AgentId is null || booking.AgentId == AgentId);

    private bool Holds(DateOnly day) => First <= day && day <= Last;
}
