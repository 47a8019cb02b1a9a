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
    Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, IEventMarks marks, CancellationToken cancellationToken);

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
