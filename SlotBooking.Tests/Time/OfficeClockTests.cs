using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Time;

public sealed class OfficeClockTests
{
    [Theory]
    [InlineData("2026-06-02T21:59:59Z", "2026-06-02")]
    [InlineData("2026-06-02T23:30:00Z", "2026-06-03")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void A_server_in_UTC_at_midnight_knows_that_Berlin_is_already_in_tomorrow(string now, string today)
    {
        Assert.Equal(Day(today), Berlin.ClockAt(Instant(now)).Today);
    }

    [Fact]
    public void Now_is_in_UTC()
    {
        var clock = Berlin.ClockAt(new(2026, 6, 2, 16, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal(Instant("2026-06-02T14:00:00Z"), clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
    }

    [Theory]
    [InlineData("2026-01-15", 16, 0, "2026-01-15T15:00:00Z")]
    [InlineData("2026-06-02", 16, 0, "2026-06-02T14:00:00Z")]
    [InlineData("2026-03-29", 1, 59, "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29", 3, 0, "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", 1, 59, "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25", 3, 0, "2026-10-25T02:00:00Z")]
    public void A_wall_time_is_one_instant_in_winter_and_another_in_summer(string day, int hour, int minute, string instant)
    {
        var found = Berlin.Clock.At(Day(day), new(hour, minute));

        Assert.Equal(Instant(instant), found);
        Assert.Equal(TimeSpan.Zero, found.Offset);
        Assert.Equal((Day(day), new TimeOnly(hour, minute)), Berlin.Clock.WallClock(found));
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T01:30:00Z")]
    [InlineData("2027-03-28", "2027-03-28T01:30:00Z")]
    public void A_wall_time_that_the_clocks_skip_moves_forward_by_the_gap(string day, string instant)
    {
        var found = Berlin.Clock.At(Day(day), new(2, 30));

        Assert.Equal(Instant(instant), found);
        Assert.Equal(new(3, 30), Berlin.Clock.WallClock(found).Time);
    }

    [Theory]
    [InlineData("2026-10-25", "2026-10-25T00:30:00Z")]
    [InlineData("2027-10-31", "2027-10-31T00:30:00Z")]
    public void A_wall_time_that_occurs_twice_means_the_first(string day, string instant)
    {
        Assert.Equal(Instant(instant), Berlin.Clock.At(Day(day), new(2, 30)));
    }

    [Theory]
    [InlineData("2026-06-02", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2027-03-28", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_day_has_as_many_hours_as_its_clocks_run(string day, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), Berlin.Clock.DayRange(Day(day)).Duration);
    }

    [Theory]
    [InlineData("America/Santiago", "2026-09-06", 1, 23)] // midnight does not exist
    [InlineData("America/Santiago", "2026-04-04", 0, 25)] // the hour before midnight comes twice
    [InlineData("America/Havana", "2026-11-01", 0, 25)] // midnight comes twice
    public void A_day_starts_with_the_first_wall_time_that_exists(string zone, string day, int hour, int hours)
    {
        var clock = new OfficeClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var range = clock.DayRange(Day(day));

        Assert.Equal((Day(day), new TimeOnly(hour, 0)), clock.WallClock(range.Start));
        Assert.Equal(TimeSpan.FromHours(hours), range.Duration);
        Assert.Equal(range.End, clock.DayRange(Day(day).AddDays(1)).Start);
    }

    [Fact]
    public void The_days_of_ten_years_follow_each_other_without_gap()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2034; day = day.AddDays(1))
        {
            Assert.Equal(Berlin.Clock.DayRange(day).End, Berlin.Clock.DayRange(day.AddDays(1)).Start);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
