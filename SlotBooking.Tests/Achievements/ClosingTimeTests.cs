using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Periods;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

/// <summary>Closing time moved by an admin in the middle of a day: every point is in one MVP's day.</summary>
public sealed class ClosingTimeTests
{
    private readonly GameStory _story = new();

    [Fact]
    public void Moved_back_after_the_day_was_closed_what_comes_counts_for_the_next_one()
    {
        _story.Book(Anna, At(Tuesday, 21));
        Close(Tuesday, At(Tuesday, 22));
        _story.Rule(new GameRules { ClosingTime = new(23, 30) }, At(Tuesday, 22, 30));
        _story.Book(Ben, At(Tuesday, 22, 40));
        Close(Tuesday, At(Tuesday, 23, 30));
        Close(Tuesday.AddDays(1), At(Tuesday.AddDays(1), 23, 30));

        Assert.Equal([Anna, Ben], _story.Rows.Periods.Select(p => p.Winner!.Value));
        Assert.Equal((7, 2), (_story.InMvpDay(Anna, Tuesday), _story.InMvpDay(Ben, Tuesday.AddDays(1))));
        Assert.Equal(0, _story.InMvpDay(Ben, Tuesday));
    }

    [Fact]
    public void Moved_forward_a_booking_that_is_taken_back_goes_from_the_day_for_which_it_counted()
    {
        var booking = _story.Book(Anna, At(Tuesday, 18, 55));
        _story.Rule(new GameRules { ClosingTime = new(18, 0) }, At(Tuesday, 19));
        _story.Cancel(booking, At(Tuesday, 19, 3), Anna);

        Assert.Equal((0, 0), (_story.InMvpDay(Anna, Tuesday), _story.InMvpDay(Anna, Tuesday.AddDays(1))));
        _story.Become(booking, Core.Bookings.BookingStatus.Open, At(Tuesday, 19, 4), Anna);
        _story.Cancel(booking, At(Tuesday, 19, 5), Anna);
        Assert.Equal((0, 0), (_story.InMvpDay(Anna, Tuesday), _story.InMvpDay(Anna, Tuesday.AddDays(1))));
        _story.AssertAddsUp();
    }

    [Fact]
    public void At_midnight_the_day_is_the_calendars()
    {
        _story.Rule(new GameRules { ClosingTime = TimeOnly.MinValue }, At(Tuesday, 0, 1));
        _story.Book(Anna, At(Tuesday, 23, 59));
        _story.Book(Ben, At(Tuesday.AddDays(1), 0));
        Close(Tuesday, At(Tuesday, 23, 59));
        Assert.Equal("Dieser Zeitraum war noch nicht zu Ende.", _story.Refusal);
        Close(Tuesday, At(Tuesday.AddDays(1), 0));

        Assert.Equal(Anna, Assert.Single(_story.Rows.Periods).Winner);
    }

    [Theory]
    [InlineData(10, 25)] // half past two comes twice: the day ends with the first
    [InlineData(3, 29)] // half past two is left out: the day ends an hour later on the clock
    public void In_the_nights_on_which_clocks_change_every_instant_is_in_one_day(int month, int day)
    {
        var date = new DateOnly(2026, month, day);
        var period = new Period(PeriodKind.Day, date);
        var end = period.EndsAt(Builders.Berlin.Clock, new(2, 30));

        for (var at = end.AddHours(-2); at < end.AddHours(3); at = at.AddMinutes(10))
        {
            Assert.Equal(at < end ? date : date.AddDays(1), Period.DayOf(at, Builders.Berlin.Clock, new(2, 30)).Day);
        }
    }

    [Fact]
    public void A_period_that_is_not_over_is_not_closed()
    {
        _story.Book(Anna, At(Tuesday, 9));
        foreach (var period in (Period[])[new(PeriodKind.Day, Tuesday), Period.WeekOf(Tuesday), Period.MonthOf(Tuesday), Period.YearOf(Tuesday)])
        {
            _story.Close(period, At(Tuesday, 21, 59));
            Assert.Equal("Dieser Zeitraum war noch nicht zu Ende.", _story.Refusal);
        }

        Assert.Empty(_story.Rows.Periods);
    }

    private void Close(DateOnly day, DateTimeOffset at) => _story.Close(new Period(PeriodKind.Day, day), at);
}
