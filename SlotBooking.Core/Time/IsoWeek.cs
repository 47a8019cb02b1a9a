using System.Globalization;

namespace SlotBooking.Core.Time;

/// <summary>A week from Monday to Sunday, numbered as in ISO 8601: its year is that of its Thursday.</summary>
public readonly record struct IsoWeek(int Year, int Week) : IComparable<IsoWeek>
{
    /// <summary>The week's first day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday));

    /// <summary>Monday to Friday, public holidays included.</summary>
    public IReadOnlyList<DateOnly> WorkingDays
    {
        get
        {
            var monday = Monday;
            return [monday, monday.AddDays(1), monday.AddDays(2), monday.AddDays(3), monday.AddDays(4)];
        }
    }

    /// <summary>The week this day belongs to; around New Year its year may differ from the day's.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(ISOWeek.GetYear(midnight), ISOWeek.GetWeekOfYear(midnight));
    }

    /// <summary>The week that many weeks later, or earlier if negative.</summary>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>Reads what <see cref="ToString"/> wrote; refuses a week 53 in a year that has none.</summary>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new(year, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(IsoWeek other) => (Year, Week).CompareTo((other.Year, other.Week));

    /// <summary>As in ISO 8601: "2026-W53".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;
}
