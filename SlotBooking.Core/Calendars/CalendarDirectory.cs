using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars.Google;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Which calendars there are, and who serves each.</summary>
public sealed class CalendarDirectory(Database database, CalendarSettings settings, LocalCalendarProvider local, GoogleCalendarProvider? google = null)
{
    private static readonly NoGoogle Missing = new();

    /// <summary>The calendar with every customer appointment.</summary>
    public CalendarRef Central { get; } = new(CalendarKeys.Central, "Zentralkalender", settings.Google?.CentralCalendarId);

    /// <summary>True when Google holds the central calendar.</summary>
    public bool UsesGoogle => Central.IsGoogle;

    /// <summary>The central calendar and those of the active consultants, in the order of lists.</summary>
    public async Task<IReadOnlyList<CalendarRef>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var consultants = await db.Consultants.AsNoTracking().Where(c => c.IsActive)
            .OrderBy(c => c.Position).ThenBy(c => c.Name).ToListAsync(cancellationToken);
        return [Central, .. consultants.Select(c => new CalendarRef(c.CalendarKey, c.Name, c.CalendarId))];
    }

    /// <summary>Who serves the calendar.</summary>
    public ICalendarProvider For(CalendarRef calendar) => calendar.IsGoogle ? (ICalendarProvider?)google ?? Missing : local;
}
