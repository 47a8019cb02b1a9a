using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

public sealed class StreakTests
{
    private readonly GameStory _story = new();

    [Fact]
    public void Friday_to_Monday_is_a_streak_and_a_booking_on_the_weekend_is_none()
    {
        var friday = new DateOnly(2026, 6, 12);
        _story.Book(Anna, At(friday, 9));
        _story.Book(Anna, At(friday.AddDays(1), 9));
        Assert.Equal(1, _story.Of(Anna).Streak);
        _story.Book(Anna, At(friday.AddDays(3), 9));

        Assert.Equal((2, friday.AddDays(3)), (_story.Of(Anna).Streak, _story.Of(Anna).StreakDay!.Value));
    }

    [Fact]
    public void A_missed_working_day_begins_a_new_one_and_the_best_is_kept()
    {
        foreach (var n in (int[])[0, 1, 2, 6, 7])
        {
            _story.Book(Anna, At(Tuesday.AddDays(n), 9));
        }

        Assert.Equal((2, 3), (_story.Of(Anna).Streak, _story.Of(Anna).BestStreak));
    }

    [Fact]
    public void An_absence_that_is_entered_afterwards_keeps_the_streak_and_earns_its_badge()
    {
        _story.Book(Anna, At(Tuesday, 9));
        _story.Book(Anna, At(Tuesday.AddDays(2), 9));
        Assert.Equal(1, _story.Of(Anna).Streak);

        _story.Leave(Anna, Tuesday.AddDays(1), Tuesday.AddDays(1), At(Tuesday.AddDays(2), 10));

        Assert.Equal(2, _story.Of(Anna).Streak);
        Assert.Contains("streak_2", _story.Badges(Anna));
        Assert.DoesNotContain("Streak +2", _story.Lines(Anna));
    }

    [Fact]
    public void A_streak_that_an_absence_mends_in_the_past_earns_its_badge_although_it_is_over()
    {
        foreach (var n in (int[])[6, 7, 9, 10, 13, 15]) // Monday, Tuesday, Thursday, Friday, Monday; then Tuesday was missed
        {
            _story.Book(Anna, At(Tuesday.AddDays(n), 9));
        }

        Assert.DoesNotContain("streak_5", _story.Badges(Anna));
        _story.Leave(Anna, Tuesday.AddDays(8), Tuesday.AddDays(8), At(Tuesday.AddDays(15), 10));

        Assert.Equal((1, 5), (_story.Of(Anna).Streak, _story.Of(Anna).BestStreak));
        Assert.Contains("streak_5", _story.Badges(Anna));
    }

    [Fact]
    public void A_day_that_a_wrong_clock_put_into_the_future_does_not_hide_the_streak_that_was_reached()
    {
        _story.Book(Anna, At(Tuesday.AddDays(63), 9));
        for (var n = -1; n < 4; n++)
        {
            _story.Book(Anna, At(Tuesday.AddDays(n), 9));
        }

        Assert.Equal(5, _story.Of(Anna).BestStreak);
        Assert.Contains("streak_5", _story.Badges(Anna));
    }

    [Fact]
    public void An_absence_that_is_withdrawn_keeps_nothing()
    {
        _story.Book(Anna, At(Tuesday, 9));
        var away = _story.Leave(Anna, Tuesday.AddDays(1), Tuesday.AddDays(1), At(Tuesday, 10));
        _story.Book(Anna, At(Tuesday.AddDays(2), 9));
        Assert.Equal(2, _story.Of(Anna).Streak);

        _story.Withdraw(away, Anna, Tuesday.AddDays(1), Tuesday.AddDays(1), At(Tuesday.AddDays(2), 10));

        Assert.Equal((1, 1), (_story.Of(Anna).Streak, _story.Of(Anna).BestStreak));
    }

    [Fact]
    public void A_holiday_between_does_not_break_it()
    {
        _story.Book(Anna, At(new(2026, 6, 3), 9));
        _story.Book(Anna, At(new(2026, 6, 5), 9)); // Thursday was Fronleichnam

        Assert.Equal(2, _story.Of(Anna).Streak);
    }

    [Fact]
    public void A_day_whose_only_booking_is_taken_back_counts_no_more()
    {
        _story.Book(Anna, At(Tuesday, 9));
        var second = _story.Book(Anna, At(Tuesday.AddDays(1), 9));
        _story.Cancel(second, At(Tuesday.AddDays(1), 9, 5), Anna);

        Assert.Equal((1, 1, Tuesday), (_story.Of(Anna).Streak, _story.Of(Anna).BestStreak, _story.Of(Anna).StreakDay!.Value));
    }
}
