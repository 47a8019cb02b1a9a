namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>Who looks at appointments, and what that person may see and do. Commands decide anew; this is for what is shown and offered.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IsAgent">Books customers.</param>
/// <param name="IsConsultant">Holds appointments: says of all of them how they went, and no more.</param>
/// <param name="IsAdmin">May do everything.</param>
public sealed record MineViewer(Guid AccountId, bool IsAgent, bool IsConsultant, bool IsAdmin)
{
    /// <summary>Whether others' appointments are shown, too.</summary>
    public bool SeesEverybody => IsAdmin || IsConsultant;

    /// <summary>Whether an appointment is shown.</summary>
    public bool Sees(Guid agentId) => SeesEverybody || (IsAgent && agentId == AccountId);

    /// <summary>Whether outcome and confirmation may be said.</summary>
    public bool MayJudge(BookingView booking) => Sees(booking.AgentId);

    /// <summary>Whether it may be moved, called off and noted for a call-back.</summary>
    public bool MayChange(BookingView booking) => IsAdmin || (IsAgent && booking.AgentId == AccountId);
}
