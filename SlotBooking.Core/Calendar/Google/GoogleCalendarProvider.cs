using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar.Google;

public sealed class GoogleCalendarProvider : ICalendarProvider
{
    public Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, CancellationToken cancellationToken) => throw new NotSupportedException();
}
