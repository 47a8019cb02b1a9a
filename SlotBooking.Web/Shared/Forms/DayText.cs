using System.Globalization;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Reads and writes days as people type them: <c>3.12.</c>, <c>3.12.26</c>, <c>2026-12-03</c>, <c>Do 3.12.</c>, <c>morgen</c>, <c>Freitag</c>.</summary>
internal static class DayText
{
    private static readonly Dictionary<string, int> Relative = new(StringComparer.OrdinalIgnoreCase)
    {
        ["heute"] = 0,
        ["today"] = 0,
        ["morgen"] = 1,
        ["tomorrow"] = 1,
        ["übermorgen"] = 2,
        ["uebermorgen"] = 2,
        ["gestern"] = -1,
        ["yesterday"] = -1,
    };

    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("de-DE"), CultureInfo.GetCultureInfo("en-GB")];

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Gets how fields show a day, in the language of the page: "Do 03.12.2026".</summary>
    public static string Format =>
        string.Equals(Culture.TwoLetterISOLanguageName, "de", StringComparison.Ordinal) ? "ddd dd.MM.yyyy" : "ddd yyyy-MM-dd";

    /// <summary>Writes a day as fields show it.</summary>
    public static string Write(DateOnly day) => day.ToString(Format, Culture);

    /// <summary>
    /// Reads what was typed; null when it is no day. Without a year the day nearest to today is meant, a weekday alone is the next one after today.
    /// </summary>
    public static DateOnly? Read(string text, DateOnly today)
    {
        var typed = text.Trim();
        if (Relative.TryGetValue(typed, out var distance))
        {
            return today.AddDays(distance);
        }

        var letters = new string([.. typed.TakeWhile(char.IsLetter)]);
        var rest = typed[letters.Length..].TrimStart('.', ',', ' ');
        if (letters.Length == 0)
        {
            return ReadNumbers(rest, today);
        }

        return Weekday(letters) is not { } weekday ? null
            : rest.Length > 0 ? ReadNumbers(rest, today)
            : today.AddDays(1 + (((int)weekday - (int)today.DayOfWeek + 6) % 7));
    }

    private static DayOfWeek? Weekday(string letters) =>
        letters.Length < 2 ? null : Enum.GetValues<DayOfWeek>()
            .Where(day => Languages.Any(language => language.DateTimeFormat.GetDayName(day).StartsWith(letters, StringComparison.OrdinalIgnoreCase)))
            .Select(day => (DayOfWeek?)day)
            .FirstOrDefault();

    private static DateOnly? ReadNumbers(string text, DateOnly today)
    {
        var parts = text.Split(['.', '/', '-', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = new List<int>(parts.Length);
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return text.StartsWith('-') ? null : numbers switch
        {
            [var year, var month, var day] when parts[0].Length == 4 => Day(year, month, day),
            [var day, var month, var year] => Day(year < 100 ? 2000 + year : year, month, day),
            [var day, var month] => Nearest(Enumerable.Range(today.Year - 1, 3).Select(year => Day(year, month, day)), today),
            [var day] => Nearest(Enumerable.Range(-1, 3).Select(today.AddMonths).Select(month => Day(month.Year, month.Month, day)), today),
            _ => null,
        };
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Nearest(IEnumerable<DateOnly?> days, DateOnly today) =>
        days.Where(day => day is not null).MinBy(day => Math.Abs(day!.Value.DayNumber - today.DayNumber));
}
