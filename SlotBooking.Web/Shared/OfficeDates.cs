using System.Globalization;
using SlotBooking.Core.Time;

namespace SlotBooking.Web.Shared;

/// <summary>How days and times are written, in the language of the page. Times are always 24-hour.</summary>
public static class OfficeDates
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static bool IsGerman => string.Equals(Culture.TwoLetterISOLanguageName, "de", StringComparison.Ordinal);

    /// <summary>For the address: "2026-06-02", the same in every language.</summary>
    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"14:00".</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For a title: "Dienstag, 2. Juni".</summary>
    public static string Title(DateOnly day) => day.ToString(IsGerman ? "dddd, d. MMMM" : "dddd, d MMMM", Culture);

    /// <summary>"Dienstag".</summary>
    public static string DayOfWeek(DateOnly day) => Culture.DateTimeFormat.GetDayName(day.DayOfWeek);

    /// <summary>For a title on a phone: "Di, 2. Juni".</summary>
    public static string ShortTitle(DateOnly day) => $"{Weekday(day)}, {day.ToString(IsGerman ? "d. MMMM" : "d MMMM", Culture)}";

    /// <summary>For the week strip: "Mo 1.".</summary>
    public static string InWeek(DateOnly day) => $"{Weekday(day)} {day.ToString(IsGerman ? "d'.'" : "%d", Culture)}";

    /// <summary>Without the weekday: "3. Apr.".</summary>
    public static string InPeriod(DateOnly day) => day.ToString(IsGerman ? "d. MMM" : "d MMM", Culture);

    /// <summary>On a card: "Mi 3. Juni, 14:00", "Mi 25. Nov., 14:00".</summary>
    public static string OnCard(DateOnly day, TimeOnly time) => $"{Weekday(day)} {InPeriod(day)}, {Clock(time)}";

    /// <summary>In a sentence: "Mi 3. Juni".</summary>
    public static string WithMonth(DateOnly day) => $"{Weekday(day)} {day.ToString(IsGerman ? "d. MMMM" : "d MMMM", Culture)}";

    /// <summary>For a list: "Mi 3. Juni, 14:00"; the year is added when it is not this one's.</summary>
    public static string InList(DateOnly day, TimeOnly time, DateOnly today) =>
        $"{WithMonth(day)}{(day.Year == today.Year ? "" : day.ToString(" yyyy", Culture))}, {Clock(time)}";

    /// <summary>The same of an instant, as the office's clock showed it.</summary>
    public static string InList(DateTimeOffset at, OfficeClock clock)
    {
        var (day, time) = clock.WallClock(at);
        return InList(day, time, clock.Today);
    }

    /// <summary>With the year, to sort or to compare by: "02.06.2026".</summary>
    public static string Full(DateOnly day) => day.ToString(IsGerman ? "dd.MM.yyyy" : "yyyy-MM-dd", Culture);

    /// <summary>Where it is narrow: "Fr 5.6., 09:00".</summary>
    public static string Narrow(DateOnly day, TimeOnly time) => $"{Weekday(day)} {day.ToString(IsGerman ? "d'.'M'.'" : "d/M", Culture)}, {Clock(time)}";

    /// <summary>"November 2026".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>"November".</summary>
    public static string MonthOnly(DateOnly day) => day.ToString("MMMM", Culture);

    /// <summary>"2026".</summary>
    public static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Mi".</summary>
    public static string Weekday(DateOnly day) => Culture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek).TrimEnd('.');
}
