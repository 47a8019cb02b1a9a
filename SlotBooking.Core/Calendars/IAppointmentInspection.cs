using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Follows the events of bookings through one reading of the central calendar. Not thread-safe.</summary>
public interface IAppointmentInspection
{
    /// <summary>Asks the calendar for missing events whose next check is due, before anything is read.</summary>
    /// <returns>Whether there are any: then the whole calendar has to be listed afterwards, which shows that it answers.</returns>
    Task<bool> CheckDueAsync(CancellationToken cancellationToken);

    /// <summary>Asks the calendar once more for events that the read changes show as gone, before they are applied.</summary>
    /// <param name="changes">What was read.</param>
    /// <param name="window">The stretch of time that was read.</param>
    /// <param name="began">When the reading began, UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task CheckAsync(CalendarChanges changes, TimeRange window, DateTimeOffset began, CancellationToken cancellationToken);

    /// <summary>Applies the consequences for bookings, in the transaction that brings the mirror up to date.</summary>
    Task ApplyAsync(SlotBookingDb db, CalendarChanges changes, MirrorChange mirror, CancellationToken cancellationToken);
}
