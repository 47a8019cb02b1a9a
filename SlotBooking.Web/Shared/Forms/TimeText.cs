using System.Globalization;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Reads times of day as people type them: <c>9</c>, <c>930</c>, <c>9:30</c>, <c>9.30</c>, <c>18 Uhr</c>.</summary>
internal static class TimeText
{
    /// <summary>Reads what was typed; null when it is no time.</summary>
    public static TimeOnly? Read(string text)
    {
        var typed = text.Trim();
        typed = typed.EndsWith("Uhr", StringComparison.OrdinalIgnoreCase) ? typed[..^3].TrimEnd() : typed;
        var parts = typed.Split([':', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [{ Length: <= 2 } hour] => Time(hour, "0"),
            [{ Length: 3 or 4 } both] => Time(both[..^2], both[^2..]),
            [{ Length: <= 2 } hour, { Length: 2 } minute] => Time(hour, minute),
            _ => null,
        };
    }

    private static TimeOnly? Time(string hour, string minute) =>
        int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 23 &&
        int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 59
            ? new TimeOnly(hours, minutes)
            : null;
}
