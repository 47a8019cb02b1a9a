using SlotBooking.Core.Markers;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Stands where a consultant's calendar is Google's but Google is not set up: it must not look like an empty calendar.</summary>
internal sealed class NoGoogle : ICalendarProvider
{
    public Task<CalendarItem?> FindAsync(CalendarRef calendar, string eventId, CancellationToken cancellationToken) => throw Missing();

    public Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken) =>
        throw Missing();

    public Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, KnownEvent known, CancellationToken cancellationToken) => throw Missing();

    public Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, IEventMarks marks, CancellationToken cancellationToken) => throw Missing();

    public Task EraseAsync(CalendarRef central, string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken) => throw Missing();

    public Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, KnownEvent known, CancellationToken cancellationToken) => throw Missing();

    private static CalendarException Missing() => new(
        CalendarTrouble.Refused, "Der Kalender liegt bei Google, aber Google ist nicht eingerichtet: GOOGLE_CREDS_BASE64 fehlt.");
}
