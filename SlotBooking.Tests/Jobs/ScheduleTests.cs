using SlotBooking.Core.Jobs;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Jobs;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset TenYearsLater = Begin.AddYears(10);

    private static readonly OfficeClock Berlin = new(TimeProvider.System, Builders.Berlin.Zone);

    public static TheoryData<TimeOnly> DailyTimes { get; } = [new TimeOnly(0, 0), new TimeOnly(2, 0), new TimeOnly(2, 30), new TimeOnly(3, 0), new TimeOnly(21, 0)];

    [Theory, MemberData(nameof(DailyTimes))]
    public void Ten_years_of_a_daily_job_have_one_window_per_office_day_on_both_clock_changes_too(TimeOnly at)
    {
        var windows = new DailyInOffice(at, Berlin).Between(Begin, TenYearsLater).ToList();

        var days = windows.ConvertAll(window => Berlin.WallClock(window).Day);
        Assert.Equal(days.Distinct().Count(), days.Count);
        Assert.Equal(windows.Order(), windows);
        Assert.Equal(3652, windows.Count(window => Berlin.WallClock(window).Day < new DateOnly(2036, 1, 1)), tolerance: 1);
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.AddDays(1), pair.Second));
    }

    [Fact]
    public void Of_two_schedules_every_window_comes_once_in_order()
    {
        var (evening, midnight) = (new DailyInOffice(new TimeOnly(22, 0), Berlin), new DailyInOffice(new TimeOnly(0, 5), Berlin));

        var windows = new EitherOf(evening, new EitherOf(midnight, evening)).Between(Begin, TenYearsLater).ToList();

        Assert.Equal(evening.Between(Begin, TenYearsLater).Concat(midnight.Between(Begin, TenYearsLater)).Order(), windows);
        Assert.Equal(midnight.Between(Begin, TenYearsLater).Last(), new EitherOf(evening, midnight).Newest(midnight.Between(Begin, TenYearsLater).Last().AddHours(3)));
    }

    [Fact]
    public void A_wall_time_that_the_night_skips_is_moved_and_one_that_comes_twice_counts_the_first_time()
    {
        var schedule = new DailyInOffice(new TimeOnly(2, 30), Berlin);

        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero), schedule.After(new DateTimeOffset(2027, 3, 27, 12, 0, 0, TimeSpan.Zero)).First());
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), schedule.After(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero)).First());
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero), schedule.After(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero)).First());
    }

    [Fact]
    public void Asked_minute_by_minute_through_ten_years_every_window_comes_exactly_once()
    {
        var schedule = new WeekdayHours(5, 14);
        var whole = schedule.Between(Begin, TenYearsLater).ToList();

        var pieces = new List<DateTimeOffset>();
        var asked = Begin;
        foreach (var now in new EveryMinutes(7).Between(Begin, TenYearsLater).Append(TenYearsLater))
        {
            pieces.AddRange(schedule.Between(asked, now));
            asked = now;
        }

        Assert.Equal(whole, pieces);
        Assert.Equal(whole.Count, whole.Distinct().Count());
        Assert.All(whole, window => Assert.True(window is { Hour: >= 5 and <= 14, Minute: 0, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) }));
    }

    [Fact]
    public void The_newest_window_of_a_working_week_is_found_on_Sunday_too()
    {
        var sunday = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero), new WeekdayHours(5, 14).Newest(sunday));
    }

    [Fact]
    public void A_window_begins_exactly_at_its_instant()
    {
        var ten = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(ten, new EveryMinutes(15).Newest(ten));
        Assert.Equal(ten.AddMinutes(-15), new EveryMinutes(15).Newest(ten.AddTicks(-1)));
        Assert.Equal(ten.AddMinutes(15), new EveryMinutes(15).After(ten).First());
    }
}
