using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Achievements;

public sealed class StreakCalendarTests
{
    private static readonly DateOnly Tuesday = new(2026, 6, 9);

    [Fact]
    public void Weekends_holidays_and_absences_do_not_count()
    {
        var calendar = new StreakCalendar(FederalState.NW, [new DaySpan(Tuesday, Tuesday)]);

        Assert.False(calendar.Counts(new DateOnly(2026, 6, 6))); // Saturday
        Assert.False(calendar.Counts(new DateOnly(2026, 6, 4))); // Fronleichnam
        Assert.False(calendar.Counts(Tuesday));
        Assert.True(calendar.Counts(Tuesday.AddDays(1)));
    }

    [Fact]
    public void The_day_before_is_looked_for_across_a_long_weekend() =>
        Assert.Equal(new DateOnly(2026, 6, 3), new StreakCalendar(FederalState.NW, [new DaySpan(new(2026, 6, 5), new(2026, 6, 5))]).Before(new DateOnly(2026, 6, 8)));

    [Fact]
    public void Another_state_has_other_holidays() => Assert.Equal(new DateOnly(2026, 6, 4), new StreakCalendar(FederalState.BE, []).Before(new DateOnly(2026, 6, 5)));

    [Fact]
    public void A_today_without_a_booking_does_not_break_a_streak_but_yesterday_does()
    {
        var calendar = new StreakCalendar(FederalState.NW, []);

        Assert.Equal(4, calendar.Current(4, Tuesday, Tuesday));
        Assert.Equal(4, calendar.Current(4, Tuesday, Tuesday.AddDays(1)));
        Assert.Equal(0, calendar.Current(4, Tuesday, Tuesday.AddDays(2)));
        Assert.Equal(0, calendar.Current(0, null, Tuesday));
    }

    [Fact]
    public void A_weekend_between_does_not_break_it() =>
        Assert.Equal(4, new StreakCalendar(FederalState.NW, []).Current(4, new DateOnly(2026, 6, 12), new DateOnly(2026, 6, 15)));

    [Fact]
    public void A_pause_of_more_than_a_year_ends_it_whatever_it_was_for()
    {
        var away = new StreakCalendar(FederalState.NW, [new DaySpan(Tuesday.AddDays(1), Tuesday.AddDays(900))]);

        Assert.Equal(4, away.Current(4, Tuesday, Tuesday.AddDays(300)));
        Assert.Equal(0, away.Current(4, Tuesday, Tuesday.AddDays(402)));
        Assert.Null(away.Before(Tuesday.AddDays(500)));
    }
}
