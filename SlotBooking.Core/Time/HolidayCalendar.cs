using static SlotBooking.Core.Time.FederalState;

namespace SlotBooking.Core.Time;

/// <summary>What the sixteen holiday laws say, one line per holiday.</summary>
internal static class HolidayCalendar
{
    /// <summary>The year's holidays in the order of the laws, not of the calendar.</summary>
    public static IEnumerable<(DateOnly Day, string Name)> Of(int year, FederalState state)
    {
        var easter = EasterSunday(year);

        yield return (new(year, 1, 1), "Neujahr");
        yield return (easter.AddDays(-2), "Karfreitag");
        yield return (easter.AddDays(1), "Ostermontag");
        yield return (new(year, 5, 1), "Tag der Arbeit");
        yield return (easter.AddDays(39), "Christi Himmelfahrt");
        yield return (easter.AddDays(50), "Pfingstmontag");
        yield return (new(year, 10, 3), "Tag der Deutschen Einheit");
        yield return (new(year, 12, 25), "1. Weihnachtstag");
        yield return (new(year, 12, 26), "2. Weihnachtstag");

        if (state is BW or BY or ST)
        {
            yield return (new(year, 1, 6), "Heilige Drei Könige");
        }

        if ((state is BE && year >= 2019) || (state is MV && year >= 2023))
        {
            yield return (new(year, 3, 8), "Internationaler Frauentag");
        }

        if (state is BB)
        {
            yield return (easter, "Ostersonntag");
            yield return (easter.AddDays(49), "Pfingstsonntag");
        }

        if (state is BE && (year is 2020 or 2025))
        {
            yield return (new(year, 5, 8), "Tag der Befreiung");
        }

        if (state is BE && year is 2028)
        {
            yield return (new(year, 6, 17), "75. Jahrestag des 17. Juni 1953");
        }

        if (state is BW or BY or HE or NW or RP or SL)
        {
            yield return (easter.AddDays(60), "Fronleichnam");
        }

        if (state is SL)
        {
            yield return (new(year, 8, 15), "Mariä Himmelfahrt");
        }

        if (state is TH && year >= 2019)
        {
            yield return (new(year, 9, 20), "Weltkindertag");
        }

        if (year is 2017 || state is BB or MV or SN or ST or TH || (state is HB or HH or NI or SH && year >= 2018))
        {
            yield return (new(year, 10, 31), "Reformationstag");
        }

        if (state is BW or BY or NW or RP or SL)
        {
            yield return (new(year, 11, 1), "Allerheiligen");
        }

        if (state is SN)
        {
            yield return (DayOfRepentance(year), "Buß- und Bettag");
        }
    }

    /// <summary>The Gregorian Easter by Meeus, Jones and Butcher.</summary>
    internal static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var moon = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(moon + weekday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }

    /// <summary>The Wednesday before 23 November, eleven days before Advent.</summary>
    private static DateOnly DayOfRepentance(int year)
    {
        var last = new DateOnly(year, 11, 22);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7));
    }
}
