using SlotBooking.Core.Calendars.Google;
using SlotBooking.Core.Calendars.Local;

namespace SlotBooking.Core.Calendars;

/// <summary>Lists the calendars and finds the provider of each.</summary>
public sealed class CalendarDirectory(
    ICalendarSource consultants, CalendarSettings settings, LocalCalendarProvider local, GoogleCalendarProvider? google = null)
{
    private static readonly NoGoogle Missing = new();

    /// <summary>The calendar with every customer appointment.</summary>
    public CalendarRef Central { get; } = new(CalendarKeys.Central, "Zentralkalender", settings.Google?.CentralCalendarId);

    /// <summary>True when Google holds the central calendar.</summary>
    public bool UsesGoogle => Central.IsGoogle;

    /// <summary>The central calendar and those of the active consultants, in the order of lists.</summary>
    public async Task<IReadOnlyList<CalendarRef>> AllAsync(CancellationToken cancellationToken) =>
        [Central, .. await consultants.ReadAsync(cancellationToken)];

    /// <summary>The provider that serves the calendar.</summary>
    public ICalendarProvider For(CalendarRef calendar) => calendar.IsGoogle ? (ICalendarProvider?)google ?? Missing : local;
}
