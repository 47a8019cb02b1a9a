using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Bookings;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

public sealed class PointsTests
{
    private static readonly DateTimeOffset Nine = At(Tuesday, 9);
    private readonly GameStory _story = new();

    [Fact]
    public void The_teams_first_booking_of_a_day_brings_five_more_and_every_booking_two()
    {
        _story.Book(Anna, Nine);
        _story.Book(Ben, Nine.AddMinutes(1));
        _story.Book(Anna, Nine.AddMinutes(2));

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking +2"], _story.Lines(Anna));
        Assert.Equal(["Booking +2"], _story.Lines(Ben));
        _story.AssertAddsUp();
    }

    [Fact]
    public void The_first_booking_of_a_day_that_continues_a_streak_brings_two_more()
    {
        _story.Book(Anna, Nine);
        _story.Book(Ben, Nine.AddDays(1));
        _story.Book(Anna, Nine.AddDays(1).AddMinutes(1));
        _story.Book(Anna, Nine.AddDays(1).AddMinutes(2));

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking +2", "Streak +2", "Booking +2"], _story.Lines(Anna));
    }

    [Fact]
    public void A_customer_who_shows_up_brings_one_more_on_the_day_it_is_told()
    {
        var booking = _story.Book(Anna, Nine);
        _story.Become(booking, BookingStatus.Completed, Nine.AddDays(3));

        Assert.Equal((7, 1), (_story.PointsOn(Anna, Tuesday), _story.PointsOn(Anna, Tuesday.AddDays(3))));
    }

    [Fact]
    public void Cancelled_by_the_same_agent_within_ten_minutes_everything_is_taken_back_on_the_day_it_counted_for()
    {
        var late = At(Tuesday, 23, 55);
        var booking = _story.Book(Anna, late);
        _story.Cancel(booking, late.AddMinutes(10), Anna);

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking -2", "FirstOfDay -5"], _story.Lines(Anna));
        Assert.Equal((0, 0, 0), (_story.Points(Anna), _story.PointsOn(Anna, Tuesday), _story.Of(Anna).Bookings));
        Assert.Equal(0, _story.Of(Anna).BestStreak);
        _story.AssertAddsUp();
    }

    [Fact]
    public void Cancelled_later_or_by_somebody_else_the_points_stay()
    {
        _story.Cancel(_story.Book(Anna, Nine), Nine.AddMinutes(10).AddTicks(1), Anna);
        _story.Cancel(_story.Book(Anna, Nine), Nine.AddMinutes(1), Ben);
        _story.Become(_story.Book(Anna, Nine), BookingStatus.Cancelled, Nine.AddMinutes(1));

        Assert.Equal(11, _story.Points(Anna));
    }

    [Fact]
    public void Booked_and_cancelled_fifty_times_gains_nothing()
    {
        _story.Book(Anna, Nine.AddDays(-1));
        for (var n = 0; n < 50; n++)
        {
            _story.Cancel(_story.Book(Anna, Nine.AddMinutes(n), Tuesday, new TimeOnly(18, 0)), Nine.AddMinutes(n).AddSeconds(30), Anna);
        }

        _story.Book(Anna, Nine.AddHours(2));

        Assert.Equal(7 + 9, _story.Points(Anna));
        Assert.Equal((2, 0, 2), (_story.Of(Anna).Bookings, _story.Of(Anna).Evenings, _story.Of(Anna).BestStreak));
        Assert.DoesNotContain("night_owl", _story.Badges(Anna));
        Assert.DoesNotContain("daily_10", _story.Badges(Anna));
        _story.AssertAddsUp();
    }

    [Fact]
    public void A_cancellation_that_is_taken_back_brings_the_points_again_once()
    {
        var booking = _story.Book(Anna, Nine);
        for (var n = 1; n <= 5; n++)
        {
            _story.Cancel(booking, Nine.AddSeconds(n * 2), Anna);
            _story.Become(booking, BookingStatus.Open, Nine.AddSeconds((n * 2) + 1), Anna);
        }

        Assert.Equal(7, _story.Points(Anna));
        _story.AssertAddsUp();
    }

    [Fact]
    public void The_bonus_for_the_first_booking_is_not_given_twice_when_a_cancelled_first_one_comes_back()
    {
        var first = _story.Book(Anna, Nine);
        _story.Cancel(first, Nine.AddSeconds(1), Anna);
        _story.Book(Ben, Nine.AddSeconds(2));
        _story.Become(first, BookingStatus.Open, Nine.AddSeconds(3), Anna);

        Assert.Equal((2, 7), (_story.Points(Anna), _story.Points(Ben)));
    }

    [Fact]
    public void An_outcome_flipped_back_and_forth_leaves_what_the_last_word_says()
    {
        var booking = _story.Book(Anna, Nine);
        for (var n = 0; n < 20; n++)
        {
            _story.Become(booking, n % 2 == 0 ? BookingStatus.Completed : BookingStatus.NoShow, Nine.AddDays(1).AddMinutes(n));
        }

        Assert.Equal((7, 0, 0), (_story.Points(Anna), _story.Of(Anna).Completed, _story.Of(Anna).CompletedInARow));
        _story.Become(booking, BookingStatus.Completed, Nine.AddDays(2));
        Assert.Equal((8, 1, 1), (_story.Points(Anna), _story.Of(Anna).Completed, _story.Of(Anna).CompletedInARow));
        _story.AssertAddsUp();
    }

    [Fact]
    public void An_outcome_that_is_told_twice_counts_once()
    {
        var booking = _story.Book(Anna, Nine);
        _story.Become(booking, BookingStatus.Completed, Nine.AddDays(1));
        _story.Become(booking, BookingStatus.Completed, Nine.AddDays(1));

        Assert.Equal(8, _story.Points(Anna));
    }

    [Fact]
    public void An_event_that_is_read_again_changes_nothing()
    {
        var (id, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (GameFact Fact, DateTimeOffset At)[] log =
        [
            (new GameFact.Booked(id, Anna, Tuesday, new(14, 0)), Nine),
            (new GameFact.Became(id, BookingStatus.Completed, null), Nine.AddDays(1)),
            (new GameFact.Became(id, BookingStatus.NoShow, null), Nine.AddDays(2)),
            (new GameFact.Corrected(other, Anna, 3), Nine.AddDays(2)),
        ];
        for (var round = 0; round < 3; round++)
        {
            for (var n = 0; n < log.Length; n++)
            {
                _story.Take(log[n].Fact, log[n].At, number: n + 1);
            }
        }

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Completed +1", "Completed -1", "Correction +3"], _story.Lines(Anna));
    }

    [Fact]
    public void What_became_of_a_booking_may_be_told_before_the_booking()
    {
        var id = Guid.CreateVersion7(Nine);
        _story.Become(id, BookingStatus.Completed, Nine.AddDays(1));
        _story.Book(Anna, Nine, id: id);
        var gone = Guid.CreateVersion7(Nine);
        _story.Cancel(gone, Nine.AddMinutes(2), Anna);
        _story.Book(Anna, Nine.AddMinutes(1), id: gone);

        Assert.Equal(8, _story.Points(Anna));
        Assert.Equal((1, 1, 1), (_story.Of(Anna).Bookings, _story.Of(Anna).Completed, _story.Of(Anna).CompletedInARow));
        _story.AssertAddsUp();
    }

    [Fact]
    public void An_appointment_that_was_entered_by_hand_is_nobodys()
    {
        _story.Become(Guid.CreateVersion7(), BookingStatus.Completed, Nine);

        Assert.Empty(_story.Entries);
    }

    [Fact]
    public void A_rule_changed_in_the_middle_of_a_day_counts_from_then_on_and_past_lines_stay()
    {
        var first = _story.Book(Anna, Nine);
        _story.Rule(new GameRules { BookingPoints = 4, CompletedPoints = 3 }, Nine.AddMinutes(1));
        var second = _story.Book(Anna, Nine.AddMinutes(2));
        _story.Rule(new GameRules { BookingPoints = 1 }, Nine.AddMinutes(3));
        _story.Cancel(second, Nine.AddMinutes(4), Anna);
        _story.Become(first, BookingStatus.Completed, Nine.AddDays(1));

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking +4", "Booking -4", "Completed +1"], _story.Lines(Anna));
    }

    [Fact]
    public void A_correction_may_be_negative_and_what_was_earned_is_kept()
    {
        _story.Book(Anna, Nine);
        _story.Correct(Anna, 5, Nine.AddHours(1));
        _story.Correct(Anna, -40, Nine.AddHours(2));

        Assert.Equal(-28, _story.Points(Anna));
        var standing = LevelStanding.Of(_story.XpOf(Anna), new LevelRules());
        Assert.Equal((1, 0, 100 - _story.XpOf(Anna)), (standing.Level, standing.Percent, standing.Missing));
        Assert.True(standing.Xp < 0);
        Assert.Contains("daily_10", _story.Badges(Anna));
        Assert.Contains(_story.Entries, e => e is { Rule: PointRule.Correction, Points: -40 });
    }

    [Fact]
    public void A_clock_that_jumps_back_and_forth_loses_no_point()
    {
        var booking = _story.Book(Anna, Nine);
        _story.Book(Anna, Nine.AddDays(-40));
        _story.Book(Anna, Nine.AddYears(3));
        _story.Book(Anna, Nine.AddMinutes(5));
        _story.Cancel(booking, Nine.AddMinutes(-3), Anna);

        Assert.Equal(3, _story.Of(Anna).Bookings);
        Assert.Equal(_story.Entries.Sum(e => e.Points), _story.Points(Anna));
        _story.AssertAddsUp();
    }

    [Fact]
    public void Of_two_bookings_in_one_millisecond_the_one_that_the_log_tells_first_is_the_days_first()
    {
        _story.Book(Ben, Nine);
        _story.Book(Anna, Nine);

        Assert.Equal((2, 7), (_story.Points(Anna), _story.Points(Ben)));
    }

    [Theory]
    [InlineData(3, 29)]
    [InlineData(10, 25)]
    [InlineData(12, 31)]
    public void The_days_first_booking_goes_by_the_offices_midnight_also_when_clocks_change(int month, int day)
    {
        var date = new DateOnly(2026, month, day);
        var midnight = Builders.Berlin.Clock.DayRange(date).End;
        _story.Book(Anna, Builders.Berlin.Clock.DayRange(date).Start);
        _story.Book(Ben, midnight.AddMilliseconds(-1));
        _story.Book(Ben, midnight);
        _story.Book(Anna, midnight);

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking +2"], _story.Lines(Anna));
        Assert.Equal(["Booking +2", "Booking +2", "FirstOfDay +5"], _story.Lines(Ben).Take(3));
    }

    [Fact]
    public void Rules_changed_between_booking_and_cancelling_take_back_what_was_given()
    {
        var booking = _story.Book(Anna, Nine);
        _story.Rule(new GameRules { BookingPoints = 9, FirstOfDayPoints = 0, TakeBackMinutes = 1 }, Nine.AddMinutes(1));
        _story.Cancel(booking, Nine.AddMinutes(2), Anna);
        Assert.Equal(7, _story.Points(Anna));

        _story.Become(booking, BookingStatus.Open, Nine.AddMinutes(3), Anna);
        _story.Rule(new GameRules { BookingPoints = 9 }, Nine.AddMinutes(4));
        _story.Cancel(booking, Nine.AddMinutes(5), Anna);

        Assert.Equal(["Booking +2", "FirstOfDay +5", "Booking -2", "FirstOfDay -5"], _story.Lines(Anna));
    }

    [Fact]
    public void Corrections_have_an_end_so_that_no_sum_overflows()
    {
        for (var n = 0; n < 1_001; n++)
        {
            _story.Correct(Anna, 10_000, Nine.AddMinutes(n));
        }

        Assert.Equal(("So viele Punkte kann niemand haben.", 10_000_000), (_story.Refusal, _story.Points(Anna)));
        Assert.True(_story.XpOf(Anna) > 100_000_000);
        _story.AssertAddsUp();
    }

    [Theory]
    [InlineData(3, 29, 1, 30)]
    [InlineData(10, 25, 2, 30)]
    public void In_the_nights_on_which_clocks_change_a_booking_counts_for_the_office_day(int month, int day, int hour, int minute)
    {
        var date = new DateOnly(2026, month, day);
        _story.Book(Anna, At(date, hour, minute));
        _story.Book(Anna, At(date, 23, 59));
        _story.Book(Anna, At(date.AddDays(1), 0, 0));

        Assert.Equal((9, 7), (_story.PointsOn(Anna, date), _story.PointsOn(Anna, date.AddDays(1))));
    }
}
