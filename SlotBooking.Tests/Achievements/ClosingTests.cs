using SlotBooking.Core.Achievements.Periods;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

public sealed class ClosingTests
{
    private readonly GameStory _story = new();

    [Fact]
    public void A_booking_after_closing_time_counts_for_the_next_days_MVP()
    {
        _story.Book(Anna, At(Tuesday, 21, 59));
        _story.Book(Ben, At(Tuesday, 22, 0));
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22, 1));
        _story.Close(new Period(PeriodKind.Day, Tuesday.AddDays(1)), At(Tuesday.AddDays(1), 22, 1));

        Assert.Contains("mvp_day/2026-06-09", _story.Badges(Anna));
        Assert.Contains("mvp_day/2026-06-10", _story.Badges(Ben));
    }

    [Fact]
    public void A_period_that_is_closed_twice_has_one_MVP_and_later_points_change_nothing()
    {
        var month = Period.MonthOf(Tuesday);
        _story.Book(Anna, At(Tuesday, 9));
        _story.Close(month, At(new(2026, 7, 1), 22));
        _story.Correct(Ben, 100, At(new(2026, 6, 30), 12));
        _story.Close(month, At(new(2026, 7, 2), 22));

        Assert.Single(_story.Rows.Periods);
        Assert.Contains("mvp_month/2026-06", _story.Badges(Anna));
        Assert.DoesNotContain("mvp_month/2026-06", _story.Badges(Ben));
    }

    [Fact]
    public void An_MVP_is_earned_anew_for_each_period()
    {
        for (var n = 0; n < 3; n++)
        {
            _story.Book(Anna, At(Tuesday.AddDays(n), 9));
            _story.Close(new Period(PeriodKind.Day, Tuesday.AddDays(n)), At(Tuesday.AddDays(n), 22));
        }

        Assert.Equal(3, _story.Badges(Anna).Count(b => b.StartsWith("mvp_day/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nobody_is_MVP_of_a_period_without_points()
    {
        _story.Cancel(_story.Book(Anna, At(Tuesday, 9)), At(Tuesday, 9, 1), Anna);
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22));

        Assert.Null(Assert.Single(_story.Rows.Periods).Winner);
    }

    [Fact]
    public void Those_who_are_alike_in_everything_are_parted_by_the_order_of_their_names()
    {
        _story.Correct(Anna, 5, At(Tuesday, 9));
        _story.Correct(Ben, 5, At(Tuesday, 9));
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22), Ben, Anna);

        Assert.Equal(Ben, Assert.Single(_story.Rows.Periods).Winner);
    }

    [Fact]
    public void When_a_day_is_closed_it_is_kept_how_the_boards_stood()
    {
        _story.Book(Anna, At(Tuesday, 9));
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22));
        _story.Book(Anna, At(Tuesday.AddDays(1), 9));

        var player = _story.Of(Anna);
        Assert.Equal(("2026-06", 7, 7, 1), (player.ThenMonth, player.ThenMonthPoints, player.ThenPoints, player.ThenStreak));
    }

    [Fact]
    public void Closed_three_days_late_over_the_turn_of_the_year_the_boards_are_kept_as_they_stood()
    {
        DateOnly[] days = [new(2026, 12, 30), new(2026, 12, 31), new(2027, 1, 4), new(2027, 1, 5)];
        foreach (var day in days)
        {
            _story.Book(Anna, At(day, 9));
        }

        foreach (var (day, then) in days.Zip((IEnumerable<(string, int, int, int)>)[("2026-12", 7, 7, 1), ("2026-12", 16, 16, 2), ("2027-01", 9, 25, 3)]))
        {
            _story.Close(new Period(PeriodKind.Day, day), At(new(2027, 1, 5), 10));
            var player = _story.Of(Anna);
            Assert.Equal(then, (player.ThenMonth!, player.ThenMonthPoints, player.ThenPoints, player.ThenStreak));
        }
    }

    [Fact]
    public void An_older_day_that_is_closed_later_does_not_take_the_boards_back()
    {
        _story.Book(Anna, At(Tuesday, 9));
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22));
        _story.Correct(Anna, 5, At(Tuesday.AddDays(-1), 9));
        _story.Close(new Period(PeriodKind.Day, Tuesday.AddDays(-1)), At(Tuesday, 23));

        Assert.Equal(7, _story.Of(Anna).ThenPoints);
    }

    [Fact]
    public void The_MVP_of_a_period_of_long_ago_is_not_told_any_more()
    {
        _story.Book(Anna, At(Tuesday, 9));
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday.AddDays(3), 22));
        _story.Close(Period.WeekOf(Tuesday), At(Tuesday.AddDays(60), 22));

        Assert.Contains("mvp_week/2026-W24", _story.Badges(Anna));
        Assert.Contains(_story.Rows.News, n => n.Key == "badge/mvp_day/2026-06-09");
        Assert.DoesNotContain(_story.Rows.News, n => n.Key == "badge/mvp_week/2026-W24");
    }
}
