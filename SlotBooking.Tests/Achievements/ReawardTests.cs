using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

/// <summary>A booking that was taken back and stands again has what it had, where it had it, and nobody has anything twice.</summary>
public sealed class ReawardTests
{
    private static readonly DateTimeOffset Nine = At(Tuesday, 9);
    private readonly GameStory _story = new();

    [Fact]
    public void A_cancellation_that_is_undone_gives_first_of_the_day_and_streak_back_although_others_booked_meanwhile()
    {
        _story.Book(Anna, Nine.AddDays(-1));
        var first = _story.Book(Anna, Nine);
        _story.Book(Ben, Nine.AddMinutes(1));
        _story.Book(Anna, Nine.AddMinutes(2));
        var before = _story.PointsOn(Anna, Tuesday);
        _story.Cancel(first, Nine.AddMinutes(5), Anna);
        _story.Become(first, BookingStatus.Open, Nine.AddMinutes(5).AddSeconds(5), Anna);

        Assert.Equal((2 + 5 + 2) + 2, before);
        Assert.Equal(before, _story.PointsOn(Anna, Tuesday));
        Assert.Equal(["Booking +2", "FirstOfDay +5", "Streak +2"], _story.Lines(Anna).TakeLast(3));
        _story.AssertAddsUp();
    }

    [Fact]
    public void Who_became_the_first_meanwhile_stays_it_and_nobody_is_it_twice()
    {
        var first = _story.Book(Anna, Nine);
        _story.Cancel(first, Nine.AddMinutes(1), Anna);
        _story.Book(Ben, Nine.AddMinutes(2));
        _story.Become(first, BookingStatus.Open, Nine.AddMinutes(3), Anna);

        Assert.Equal((2, 7), (_story.Points(Anna), _story.Points(Ben)));
        _story.AssertAddsUp();
    }

    [Fact]
    public void A_streaks_bonus_that_another_booking_has_by_now_is_not_given_twice()
    {
        _story.Book(Anna, Nine.AddDays(-1));
        var first = _story.Book(Anna, Nine);
        _story.Cancel(first, Nine.AddMinutes(1), Anna);
        _story.Book(Anna, Nine.AddMinutes(2));
        _story.Become(first, BookingStatus.Open, Nine.AddMinutes(3), Anna);

        Assert.Equal(2 + 5 + 2 + 2, _story.PointsOn(Anna, Tuesday));
        _story.AssertAddsUp();
    }

    [Fact]
    public void Fifty_times_cancelled_and_undone_among_colleagues_nothing_is_gained()
    {
        var first = _story.Book(Anna, Nine);
        _story.Book(Ben, Nine.AddSeconds(30));
        for (var n = 0; n < 50; n++)
        {
            _story.Cancel(first, Nine.AddMinutes(1).AddSeconds(4 * n), Anna);
            _story.Become(first, BookingStatus.Open, Nine.AddMinutes(1).AddSeconds((4 * n) + 2), Anna);
        }

        Assert.Equal((7, 2), (_story.Points(Anna), _story.Points(Ben)));
        Assert.Equal(202, _story.Lines(Anna).Count);
        _story.AssertAddsUp();
    }

    [Fact]
    public void Standing_again_after_its_day_was_closed_it_counts_for_that_day_and_wins_no_other()
    {
        var friday = new DateOnly(2026, 6, 12);
        var booking = _story.Book(Anna, At(friday, 10));
        _story.Cancel(booking, At(friday, 10, 5), Anna);
        _story.Close(new Period(PeriodKind.Day, friday), At(friday, 22));
        _story.Become(booking, BookingStatus.Open, At(friday.AddDays(3), 9), Anna);
        _story.Close(new Period(PeriodKind.Day, friday.AddDays(1)), At(friday.AddDays(3), 22));

        Assert.Equal((7, 0), (_story.InMvpDay(Anna, friday), _story.InMvpDay(Anna, friday.AddDays(1))));
        Assert.DoesNotContain(_story.Badges(Anna), b => b.StartsWith("mvp", StringComparison.Ordinal));
        _story.AssertAddsUp();
    }

    [Fact]
    public void A_day_that_reaches_a_threshold_only_because_a_booking_stands_again_earns_its_badge()
    {
        _story.Book(Ben, Nine);
        var booking = _story.Book(Anna, Nine.AddMinutes(1));
        _story.Cancel(booking, Nine.AddMinutes(2), Anna);
        for (var n = 0; n < 4; n++)
        {
            _story.Book(Anna, Nine.AddMinutes(5 + n));
        }

        Assert.DoesNotContain("daily_10", _story.Badges(Anna));
        _story.Become(booking, BookingStatus.Open, Nine.AddDays(1), Anna);

        Assert.Equal(10, _story.PointsOn(Anna, Tuesday));
        Assert.Contains("daily_10", _story.Badges(Anna));
    }

    [Fact]
    public void What_stood_when_it_was_called_off_is_not_taken_back_later_because_the_rules_changed()
    {
        var booking = _story.Book(Anna, Nine);
        _story.Cancel(booking, Nine.AddMinutes(30), Anna);
        _story.Rule(new GameRules { TakeBackMinutes = 60 }, Nine.AddHours(1));
        _story.Become(booking, BookingStatus.Exit, Nine.AddHours(2), Anna);

        Assert.Equal(7, _story.Points(Anna));
    }
}
