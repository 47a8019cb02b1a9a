namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Kinds of disagreement.</summary>
public enum DifferenceKind
{
    /// <summary>The booking stands, and the calendar has no event for it.</summary>
    EventMissing,

    /// <summary>The booking stands at another time than its event.</summary>
    OtherTime,

    /// <summary>The event does not begin with the customer's name.</summary>
    OtherName,

    /// <summary>The booking has several events of ours.</summary>
    Twice,

    /// <summary>An event besides the booking's own carries its property: somebody copied it by hand. It takes no place.</summary>
    Copied,

    /// <summary>The booking is called off, and its event stands.</summary>
    EventStands,

    /// <summary>The event names a booking that does not exist.</summary>
    BookingMissing,

    /// <summary>The event is there, and the mirror does not know it.</summary>
    NotMirrored,

    /// <summary>The mirror knows an event that is no longer there.</summary>
    MirrorOnly,

    /// <summary>The mirror knows the event with another time, title or colour.</summary>
    MirrorDiffers,
}
