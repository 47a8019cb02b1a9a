using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Achievements;

public sealed class PeriodTests
{
    private static readonly TimeOnly Closing = new(22, 0);

    [Theory]
    [InlineData(2026, 12, 31, "2026-W53")]
    [InlineData(2027, 1, 1, "2026-W53")]
    [InlineData(2027, 1, 3, "2026-W53")]
    [InlineData(2027, 1, 4, "2027-W01")]
    [InlineData(2024, 12, 30, "2025-W01")]
    public void A_week_has_the_year_of_its_Thursday_also_when_it_is_the_53rd(int year, int month, int day, string week) =>
        Assert.Equal(week, Period.WeekOf(new DateOnly(year, month, day)).ToString());

    [Fact]
    public void Each_period_is_read_as_it_was_written()
    {
        var day = new DateOnly(2027, 1, 1);
        Period[] all = [new(PeriodKind.Day, day), Period.WeekOf(day), Period.MonthOf(day), Period.YearOf(day)];

        Assert.Equal(["2027-01-01", "2026-W53", "2027-01", "2027"], all.Select(p => p.ToString()));
        Assert.All(all, p => Assert.True(Period.TryParse(p.ToString(), out var read) && read == p));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2025-W53")]
    [InlineData("2026-13")]
    [InlineData("gestern")]
    public void Anything_else_is_no_period(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void The_day_of_the_MVP_runs_from_closing_time_to_closing_time()
    {
        var day = new DateOnly(2026, 6, 9);

        Assert.Equal(day, Period.DayOf(Berlin.At(day, 21, 59), Berlin.Clock, Closing).Day);
        Assert.Equal(day.AddDays(1), Period.DayOf(Berlin.At(day, 22), Berlin.Clock, Closing).Day);
        Assert.Equal(Berlin.At(day, 22), new Period(PeriodKind.Day, day).EndsAt(Berlin.Clock, Closing));
    }

    [Fact]
    public void Days_on_which_clocks_change_end_at_the_same_wall_time()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 20, 0, 0, TimeSpan.Zero), new Period(PeriodKind.Day, new(2026, 3, 29)).EndsAt(Berlin.Clock, Closing));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 21, 0, 0, TimeSpan.Zero), new Period(PeriodKind.Day, new(2026, 10, 25)).EndsAt(Berlin.Clock, Closing));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero), Period.WeekOf(new(2026, 10, 25)).EndsAt(Berlin.Clock, Closing));
    }

    [Fact]
    public void Ties_go_to_who_had_more_customers_then_to_the_earlier_then_to_the_name()
    {
        var (anna, ben, cem) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var noon = Berlin.At(new(2026, 6, 9), 12);
        PeriodSum Sum(Guid account, int points, int completed = 0, int minutes = 0) =>
            new() { Period = "2026-06", AccountId = account, Points = points, Completed = completed, LastAt = noon.AddMinutes(minutes) };

        Assert.Null(Mvp.Of([Sum(anna, 0), Sum(ben, -3)], []));
        Assert.Equal(ben, Mvp.Of([Sum(anna, 4, 9), Sum(ben, 5)], [])!.AccountId);
        Assert.Equal(ben, Mvp.Of([Sum(anna, 5, 1), Sum(ben, 5, 2, 60)], [])!.AccountId);
        Assert.Equal(ben, Mvp.Of([Sum(anna, 5, 2, 60), Sum(ben, 5, 2)], [])!.AccountId);
        Assert.Equal(cem, Mvp.Of([Sum(anna, 5), Sum(ben, 5), Sum(cem, 5)], [cem, anna, ben])!.AccountId);
        Assert.Equal(new[] { anna, ben }.Order(), Mvp.Alike([Sum(anna, 5), Sum(ben, 5), Sum(cem, 4)]).Order());
        Assert.Empty(Mvp.Alike([Sum(anna, 5), Sum(ben, 5, 1)]));
    }
}
