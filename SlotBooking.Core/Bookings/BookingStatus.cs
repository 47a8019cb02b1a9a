namespace SlotBooking.Core.Bookings;

/// <summary>What has become of a booking. Stored by name.</summary>
public enum BookingStatus
{
    /// <summary>Stands, nothing decided yet.</summary>
    Open,

    /// <summary>Called off; the place is free again.</summary>
    Cancelled,

    /// <summary>Put off by the customer without a new place („verschoben“); the place is free again.</summary>
    Rescheduled,

    /// <summary>Left the process („Exit“); the place is free again.</summary>
    Exit,

    /// <summary>The customer showed up.</summary>
    Completed,

    /// <summary>Confirmed but not present; keeps the place.</summary>
    NoShow,

    /// <summary>Neither confirmed nor present; keeps the place.</summary>
    Ghost,

    /// <summary>Carried over by us („Überhang“); takes two places.</summary>
    Overhang,
}

/// <summary>What a status means for places.</summary>
public static class BookingStatuses
{
    /// <summary>The statuses that take places in a slot.</summary>
    public static readonly IReadOnlyList<BookingStatus> Holding =
        [BookingStatus.Open, BookingStatus.Completed, BookingStatus.NoShow, BookingStatus.Ghost, BookingStatus.Overhang];

    /// <summary>Whether a booking with this status takes places.</summary>
    public static bool HoldsPlace(this BookingStatus status) =>
        status is not (BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit);
}
