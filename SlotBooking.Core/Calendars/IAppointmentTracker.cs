namespace SlotBooking.Core.Calendars;

/// <summary>Follows the events of bookings in the central calendar, so that what people do to them has its consequences.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IAppointmentTracker
{
    /// <summary>When a missing event is looked for again, UTC; null when none is missing.</summary>
    Task<DateTimeOffset?> NextCheckAtAsync(CancellationToken cancellationToken);

    /// <summary>Begins to follow one reading of the central calendar.</summary>
    IAppointmentInspection Begin(ICalendarProvider provider, CalendarRef central);
}
