using System.Globalization;

namespace SlotBooking.Core.Time;

/// <summary>The days of the week as the office counts and names them.</summary>
public static class Weekdays
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>All seven, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> MondayFirst { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>"Montag": for sentences that are German whoever reads them.</summary>
    public static string GermanName(this DayOfWeek day) => German.DateTimeFormat.GetDayName(day);
}
