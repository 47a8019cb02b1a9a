using SlotBooking.Core.Calendars;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Something on which database and calendar do not agree.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slot">The slot of the booking, or where the event begins; null when neither is known.</param>
/// <param name="BookingId">The booking, if it is about one.</param>
/// <param name="EventId">The calendar's event, if it is about one.</param>
public sealed record CalendarDifference(DifferenceKind Kind, Slot? Slot, Guid? BookingId, string? EventId);

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

/// <summary>What became of holding one calendar against the database.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="Events">How many events were read; null when it could not be read.</param>
/// <param name="Differences">What does not agree, by time.</param>
/// <param name="Waiting">Bookings that were left out because their event is still to be written.</param>
/// <param name="Coming">Events that changed since the last sync and come with the next.</param>
/// <param name="Error">Why it could not be read, in German.</param>
public sealed record CalendarChecked(
    CalendarRef Calendar, int? Events, IReadOnlyList<CalendarDifference> Differences, int Waiting, int Coming, string? Error);
