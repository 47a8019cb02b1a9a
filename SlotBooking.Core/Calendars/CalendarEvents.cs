using System.Text.Json;

namespace SlotBooking.Core.Calendars;

/// <summary>The details that calendar events of the log carry.</summary>
public static class CalendarEvents
{
    /// <summary>For <see cref="Events.EventKinds.LocalEdited"/> and <see cref="Events.EventKinds.CalendarState"/>: <c>{"calendar":"…"}</c>.</summary>
    public static string ForCalendar(string calendarKey) => JsonSerializer.Serialize(new { calendar = calendarKey });

    /// <summary>For <see cref="Events.EventKinds.ConsultantCalendarChanged"/>: <c>{"consultant":"…"}</c>.</summary>
    public static string ForConsultant(Guid consultantId) => JsonSerializer.Serialize(new { consultant = consultantId });

    /// <summary>The calendar's key in a detail; null when it names none.</summary>
    public static string? CalendarOf(string? detail) => Field(detail, "calendar");

    /// <summary>The consultant in a detail; null when it names none.</summary>
    public static Guid? ConsultantOf(string? detail) => Guid.TryParse(Field(detail, "consultant"), out var id) ? id : null;

    private static string? Field(string? detail, string name)
    {
        if (detail is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(detail);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
