using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Availability;

/// <summary>Lists the calendars of the active consultants.</summary>
internal sealed class ConsultantCalendars(Database database) : ICalendarSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<CalendarRef>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var consultants = await db.Consultants.AsNoTracking().Where(c => c.IsActive)
            .OrderBy(c => c.Position).ThenBy(c => c.Name).ToListAsync(cancellationToken);
        return [.. consultants.Select(c => new CalendarRef(c.CalendarKey, c.Name, c.CalendarId))];
    }
}
