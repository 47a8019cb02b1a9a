using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>All the product needs of a calendar. Every method fails with a <see cref="CalendarException"/> and nothing else (but cancellation).</summary>
/// <remarks>Implementations are thread-safe. A method that failed may have had its effect: all can be called again.</remarks>
public interface ICalendarProvider
{
    /// <summary>What changed since the cursor; without one, everything that overlaps the window. All of it or an exception.</summary>
    Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken);

    /// <summary>One event as it stands now, cancelled ones too; null when there is none with this id, which is also the answer of a calendar that is not shared.</summary>
    Task<CalendarItem?> FindAsync(CalendarRef calendar, string eventId, CancellationToken cancellationToken);

    /// <summary>Makes the booking's event stand as wanted: there is exactly one afterwards, however often this is called.</summary>
    /// <remarks>Time and name are ours, and the marks of an outcome that was decided in the product. Other colours, notes and markers belong to people and survive.</remarks>
    /// <param name="central">Where.</param>
    /// <param name="wanted">What.</param>
    /// <param name="known">What is known of the event that stands there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, KnownEvent known, CancellationToken cancellationToken);

    /// <summary>Puts marks on an event that somebody entered by hand; null when it is gone.</summary>
    /// <param name="central">Where.</param>
    /// <param name="eventId">The calendar's id of the event.</param>
    /// <param name="marks">What.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, MarksWanted marks, CancellationToken cancellationToken);

    /// <summary>Takes the customer's name and all that was written about the customer out of an event, also a cancelled one; done when there is none.</summary>
    /// <param name="central">Where.</param>
    /// <param name="eventId">The calendar's id of the event.</param>
    /// <param name="wanted">What stays of it.</param>
    /// <param name="words">The markers that stay in the title.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task EraseAsync(CalendarRef central, string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken);

    /// <summary>Takes the booking's event away; done when there is none.</summary>
    Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, KnownEvent known, CancellationToken cancellationToken);
}

/// <summary>The event that stands after a put.</summary>
/// <param name="Generation">With the booking's id it makes the event's id; higher than asked for when the id was taken by somebody else.</param>
/// <param name="ETag">Its version.</param>
/// <param name="EventId">Its id when it is not made of booking and generation; null when it is.</param>
public sealed record PutAppointment(int Generation, string? ETag, string? EventId = null)
{
    /// <summary>A number that rises with every change of the event; null when the calendar does not tell.</summary>
    public long? Version { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its colour.</summary>
    public string? ColorId { get; init; }
}

/// <summary>What is known of a booking's event before it is written.</summary>
/// <param name="ETag">The version after our last write; null when there was none, then it is tried to be made first.</param>
/// <param name="EventId">Its id when it is not made of booking and generation.</param>
/// <param name="IsCertain">False when this knowledge may be older than the calendar (a restored backup): then the calendar is asked for events of the booking first.</param>
public sealed record KnownEvent(string? ETag, string? EventId, bool IsCertain);
