using System.Globalization;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Time;

public sealed class HolidaysTests
{
    private const string Everywhere2026 = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
    private const string Everywhere2027 = "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26";

    [Theory]
    [InlineData(FederalState.BW, "01-06 06-04 11-01")]
    [InlineData(FederalState.BY, "01-06 06-04 11-01")]
    [InlineData(FederalState.BE, "03-08")]
    [InlineData(FederalState.BB, "04-05 05-24 10-31")]
    [InlineData(FederalState.HB, "10-31")]
    [InlineData(FederalState.HH, "10-31")]
    [InlineData(FederalState.HE, "06-04")]
    [InlineData(FederalState.MV, "03-08 10-31")]
    [InlineData(FederalState.NI, "10-31")]
    [InlineData(FederalState.NW, "06-04 11-01")]
    [InlineData(FederalState.RP, "06-04 11-01")]
    [InlineData(FederalState.SL, "06-04 08-15 11-01")]
    [InlineData(FederalState.SN, "10-31 11-18")]
    [InlineData(FederalState.ST, "01-06 10-31")]
    [InlineData(FederalState.SH, "10-31")]
    [InlineData(FederalState.TH, "09-20 10-31")]
    public void In_2026_each_state_keeps_the_days_of_its_law(FederalState state, string own)
    {
        Assert.Equal(Dates(2026, $"{Everywhere2026} {own}"), Holidays.In(2026, state).Keys.Order());
    }

    [Theory]
    [InlineData(FederalState.BW, "01-06 05-27 11-01")]
    [InlineData(FederalState.BY, "01-06 05-27 11-01")]
    [InlineData(FederalState.BE, "03-08")]
    [InlineData(FederalState.BB, "03-28 05-16 10-31")]
    [InlineData(FederalState.HB, "10-31")]
    [InlineData(FederalState.HH, "10-31")]
    [InlineData(FederalState.HE, "05-27")]
    [InlineData(FederalState.MV, "03-08 10-31")]
    [InlineData(FederalState.NI, "10-31")]
    [InlineData(FederalState.NW, "05-27 11-01")]
    [InlineData(FederalState.RP, "05-27 11-01")]
    [InlineData(FederalState.SL, "05-27 08-15 11-01")]
    [InlineData(FederalState.SN, "10-31 11-17")]
    [InlineData(FederalState.ST, "01-06 10-31")]
    [InlineData(FederalState.SH, "10-31")]
    [InlineData(FederalState.TH, "09-20 10-31")]
    public void In_2027_each_state_keeps_the_days_of_its_law(FederalState state, string own)
    {
        Assert.Equal(Dates(2027, $"{Everywhere2027} {own}"), Holidays.In(2027, state).Keys.Order());
    }

    [Theory]
    [InlineData(1954, 4, 18)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2076, 4, 19)]
    public void Easter_falls_where_the_church_has_it(int year, int month, int day)
    {
        Assert.Equal(new(year, month, day), HolidayCalendar.EasterSunday(year));
    }

    [Theory]
    [InlineData(2018, FederalState.BE, "2018-03-08", null)]
    [InlineData(2019, FederalState.BE, "2019-03-08", "Internationaler Frauentag")]
    [InlineData(2022, FederalState.MV, "2022-03-08", null)]
    [InlineData(2023, FederalState.MV, "2023-03-08", "Internationaler Frauentag")]
    [InlineData(2018, FederalState.TH, "2018-09-20", null)]
    [InlineData(2019, FederalState.TH, "2019-09-20", "Weltkindertag")]
    [InlineData(2016, FederalState.HH, "2016-10-31", null)]
    [InlineData(2018, FederalState.HH, "2018-10-31", "Reformationstag")]
    [InlineData(2016, FederalState.NW, "2016-10-31", null)]
    [InlineData(2017, FederalState.NW, "2017-10-31", "Reformationstag")]
    [InlineData(2018, FederalState.NW, "2018-10-31", null)]
    [InlineData(2020, FederalState.BE, "2020-05-08", "Tag der Befreiung")]
    [InlineData(2025, FederalState.BE, "2025-05-08", "Tag der Befreiung")]
    [InlineData(2025, FederalState.BB, "2025-05-08", null)]
    [InlineData(2026, FederalState.BE, "2026-05-08", null)]
    [InlineData(2028, FederalState.BE, "2028-06-17", "75. Jahrestag des 17. Juni 1953")]
    [InlineData(2022, FederalState.SN, "2022-11-16", "Buß- und Bettag")]
    [InlineData(2023, FederalState.SN, "2023-11-22", "Buß- und Bettag")]
    [InlineData(2026, FederalState.BY, "2026-08-15", null)]
    [InlineData(2026, FederalState.NW, "2026-06-04", "Fronleichnam")]
    public void A_law_counts_from_the_year_it_was_made_for(int year, FederalState state, string day, string? name)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(name, Holidays.NameOf(date, state));
        Assert.Equal(name is not null, Holidays.In(year, state).ContainsKey(date));
    }

    [Fact]
    public void Two_holidays_on_one_day_are_one_day_with_both_names()
    {
        Assert.Equal("Tag der Arbeit und Christi Himmelfahrt", Holidays.NameOf(new(2008, 5, 1), FederalState.NW));
    }

    [Fact]
    public void In_2017_all_sixteen_had_Reformation_Day()
    {
        Assert.All(FederalStates.All, state => Assert.Equal("Reformationstag", Holidays.NameOf(new(2017, 10, 31), state)));
    }

    [Fact]
    public void The_Day_of_Repentance_is_always_the_Wednesday_from_16_to_22_November()
    {
        for (var year = 1995; year <= 2100; year++)
        {
            var day = Holidays.In(year, FederalState.SN).Single(holiday => holiday.Value == "Buß- und Bettag").Key;

            Assert.Equal(DayOfWeek.Wednesday, day.DayOfWeek);
            Assert.InRange(day.Day, 16, 22);
        }
    }

    [Fact]
    public void A_year_is_computed_once_and_far_years_are_not_kept()
    {
        Assert.Same(Holidays.In(2026, FederalState.NW), Holidays.In(2026, FederalState.NW));
        Assert.NotSame(Holidays.In(2500, FederalState.NW), Holidays.In(2500, FederalState.NW));
        Assert.Equal(11, Holidays.In(2500, FederalState.NW).Count);
    }

    private static IEnumerable<DateOnly> Dates(int year, string days) =>
        days.Split(' ').Select(day => DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture)).Order();
}
