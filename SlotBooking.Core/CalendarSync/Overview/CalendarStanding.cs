namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>How a calendar stands, in one word.</summary>
public enum CalendarStanding
{
    /// <summary>Read, and it answers.</summary>
    Fine,

    /// <summary>Not read yet.</summary>
    NeverRead,

    /// <summary>Does not answer or refuses; what was known is kept, and ages.</summary>
    Failing,

    /// <summary>The service account is not let in.</summary>
    LockedOut,
}
