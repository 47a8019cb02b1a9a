using System.Globalization;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>A stretch of time that has an MVP: the day from closing time to closing time, an ISO week, a month, a year.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Day">The day; of the others the first day.</param>
public readonly record struct Period(PeriodKind Kind, DateOnly Day)
{
    /// <summary>The MVP's day of an instant: from closing time on it is the next day's. Closing at midnight it is the calendar's day.</summary>
    public static Period DayOf(DateTimeOffset instant, OfficeClock clock, TimeOnly closing)
    {
        var today = new Period(PeriodKind.Day, clock.WallClock(instant).Day);
        return instant < today.EndsAt(clock, closing) ? today : today with { Day = today.Day.AddDays(1) };
    }

    /// <summary>The ISO week of a day.</summary>
    public static Period WeekOf(DateOnly day) => new(PeriodKind.Week, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The month of a day.</summary>
    public static Period MonthOf(DateOnly day) => new(PeriodKind.Month, new DateOnly(day.Year, day.Month, 1));

    /// <summary>The year of a day.</summary>
    public static Period YearOf(DateOnly day) => new(PeriodKind.Year, new DateOnly(day.Year, 1, 1));

    /// <summary>When nothing can be added to it any more.</summary>
    public DateTimeOffset EndsAt(OfficeClock clock, TimeOnly closing) => Kind switch
    {
        PeriodKind.Day => closing == TimeOnly.MinValue ? clock.DayRange(Day).End : clock.At(Day, closing),
        PeriodKind.Week => clock.DayRange(Day.AddDays(6)).End,
        PeriodKind.Month => clock.DayRange(Day.AddMonths(1).AddDays(-1)).End,
        _ => clock.DayRange(Day.AddYears(1).AddDays(-1)).End,
    };

    /// <summary>The badge of its MVP.</summary>
    public string BadgeId => Kind switch
    {
        PeriodKind.Day => "mvp_day",
        PeriodKind.Week => "mvp_week",
        PeriodKind.Month => "mvp_month",
        _ => "mvp_year",
    };

    /// <summary>How it is stored: „2026-11-24“, „2026-W48“, „2026-11“, „2026“.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Week => IsoWeek.Of(Day).ToString(),
        PeriodKind.Month => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Day.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (IsoWeek.TryParse(text, out var week))
        {
            period = new Period(PeriodKind.Week, week.Monday);
            return true;
        }

        (PeriodKind Kind, string Format) form = text?.Length switch
        {
            10 => (PeriodKind.Day, "yyyy-MM-dd"),
            7 => (PeriodKind.Month, "yyyy-MM"),
            _ => (PeriodKind.Year, "yyyy"),
        };
        if (!DateOnly.TryParseExact(text, form.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        period = new Period(form.Kind, day);
        return true;
    }
}

/// <summary>The kinds of periods, in the order in which those that end together are closed.</summary>
public enum PeriodKind
{
    /// <summary>From closing time to closing time.</summary>
    Day,

    /// <summary>An ISO week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
