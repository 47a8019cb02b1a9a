using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Follows the events of bookings: one that is gone calls its booking off, but only on proof.</summary>
internal sealed class AppointmentTracker(Database database, OfficeClock clock) : IAppointmentTracker
{
    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextCheckAtAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.CalendarAbsences.MinAsync(a => (DateTimeOffset?)a.LookAgainAt, cancellationToken);
    }

    /// <inheritdoc />
    public IAppointmentInspection Begin(ICalendarProvider provider, CalendarRef central) =>
        new AppointmentInspection(database, provider, central, clock);
}
