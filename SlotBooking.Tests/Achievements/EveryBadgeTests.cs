using System.Globalization;
using System.Text;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

/// <summary>One agent's year: earns every badge there is; each day's result stands beside it.</summary>
public sealed class EveryBadgeTests
{
    /// <summary>Day, lines of the ledger, all points, XP, level, streak; badges earned on that day.</summary>
    private const string Year =
        """
        1 2026-01-05: 1×Booking +2, 1×FirstOfDay +5 = 7 points, 145 XP, level 2, streak 1; first_booking
        2 2026-01-06: 2×Booking +2, 1×FirstOfDay +5, 1×Streak +2 = 18 points, 430 XP, level 4, streak 2; monthly_10 streak_2 daily_10
        3 2026-01-07: 3×Booking +2, 1×FirstOfDay +5, 1×Streak +2 = 31 points, 735 XP, level 5, streak 3; monthly_25 streak_3
        4 2026-01-08: 4×Booking +2, 1×FirstOfDay +5, 1×Streak +2 = 46 points, 910 XP, level 6, streak 4
        5 2026-01-09: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2 = 73 points, 1955 XP, level 8, streak 5; monthly_50 total_50 streak_5 friday_warrior daily_20
        6 2026-01-12: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 103 points, 2980 XP, level 10, streak 6; early_bird monthly_100 total_100
        7 2026-01-13: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 133 points, 3505 XP, level 11, streak 7; streak_7 night_owl
        8 2026-01-14: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2 = 160 points, 3800 XP, level 11, streak 8
        9 2026-01-15: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 190 points, 4225 XP, level 11, streak 9; weekly_100
        10 2026-01-16: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 220 points, 5050 XP, level 12, streak 10; streak_10 mvp_day/2026-01-16
        11 2026-01-19: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 250 points, 5625 XP, level 13, streak 11; total_250
        12 2026-01-20: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 280 points, 6450 XP, level 13, streak 12; reliable_10
        13 2026-01-21: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 310 points, 7275 XP, level 14, streak 13; milestone_100
        14 2026-01-22: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 340 points, 7600 XP, level 14, streak 14
        15 2026-01-23: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 370 points, 7925 XP, level 14, streak 15
        16 2026-01-26: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 400 points, 8250 XP, level 14, streak 16
        17 2026-01-27: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 430 points, 8575 XP, level 14, streak 17
        18 2026-01-28: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 460 points, 8900 XP, level 15, streak 18
        19 2026-01-29: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 490 points, 9225 XP, level 15, streak 19
        20 2026-01-30: 10×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 520 points, 11300 XP, level 16, streak 20; streak_20 total_500 mvp_day/2026-01-30
        21 2026-02-02: 30×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 590 points, 13275 XP, level 16, streak 21; daily_40 daily_60
        22 2026-02-03: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 686 points, 14260 XP, level 17, streak 22
        23 2026-02-04: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 782 points, 15745 XP, level 17, streak 23; weekly_200 closer_50
        24 2026-02-05: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 878 points, 16730 XP, level 17, streak 24
        25 2026-02-06: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 974 points, 17715 XP, level 18, streak 25
        26 2026-02-09: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1070 points, 18700 XP, level 18, streak 26
        27 2026-02-10: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1166 points, 19685 XP, level 18, streak 27
        28 2026-02-11: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1262 points, 21670 XP, level 18, streak 28; milestone_500
        29 2026-02-12: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1358 points, 22655 XP, level 19, streak 29
        30 2026-02-13: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1454 points, 24890 XP, level 19, streak 30; streak_30 mvp_day/2026-02-13
        31 2026-02-16: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1550 points, 25875 XP, level 19, streak 31
        32 2026-02-17: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1646 points, 26860 XP, level 19, streak 32
        33 2026-02-18: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1742 points, 27845 XP, level 20, streak 33
        34 2026-02-19: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1838 points, 28830 XP, level 20, streak 34
        35 2026-02-20: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 1934 points, 29815 XP, level 20, streak 35
        36 2026-02-23: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 2030 points, 30800 XP, level 20, streak 36
        37 2026-02-24: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 2126 points, 31785 XP, level 20, streak 37
        38 2026-02-25: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 2222 points, 32770 XP, level 20, streak 38
        39 2026-02-26: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 2318 points, 33755 XP, level 20, streak 39
        40 2026-02-27: 43×Booking +2, 1×FirstOfDay +5, 1×Streak +2, 3×Completed +1 = 2414 points, 37490 XP, level 21, streak 40; milestone_1000 mvp_day/2026-02-27
        41 2027-01-01:  = 2414 points, 41490 XP, level 21, streak 40; mvp_week/2026-W02 mvp_month/2026-01 mvp_year/2026
        """;

    private readonly GameStory _story = new();
    private readonly List<Guid> _open = [];
    private int _lines;
    private int _badges;

    [Fact]
    public void One_history_earns_every_badge_of_the_catalogue()
    {
        var told = new StringBuilder();
        var day = new DateOnly(2026, 1, 5);
        for (var n = 1; n <= 40; n++, day = WorkingDays.Next(day, FederalState.NW))
        {
            Work(n, day);
            told.AppendLine(Line(n, day));
            _story.AssertAddsUp();
        }

        _story.Close(Period.WeekOf(new DateOnly(2026, 1, 5)), At(new(2026, 1, 12), 22));
        _story.Close(Period.MonthOf(new DateOnly(2026, 1, 5)), At(new(2026, 2, 1), 22));
        _story.Close(Period.YearOf(day), At(new(2027, 1, 1), 22));
        told.AppendLine(Line(41, new DateOnly(2027, 1, 1)));

        Assert.Equal(BadgeCatalogue.All.Select(b => b.Id).Order(StringComparer.Ordinal), _story.Badges(Anna).Select(b => b.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Year, told.ToString().TrimEnd());
    }

    /// <summary>A day's work: few bookings at first, many later; every tenth day ends with its MVP.</summary>
    private void Work(int n, DateOnly day)
    {
        var bookings = n switch { <= 4 => n, <= 20 => 10, 21 => 30, _ => 43 };
        for (var b = 0; b < bookings; b++)
        {
            var at = At(day, 9).AddMinutes(b * 5);
            var start = new TimeOnly(b % 3 == 0 ? 9 : b % 3 == 1 ? 14 : 18, 0);
            _open.Add(_story.Book(Anna, at, day.AddDays(7), start));
        }

        var outcome = n == 8 ? BookingStatus.NoShow : BookingStatus.Completed;
        foreach (var booking in _open.Take(n > 5 ? 3 : 0).ToList())
        {
            _open.Remove(booking);
            _story.Become(booking, outcome, At(day, 21));
        }

        if (n % 10 == 0)
        {
            _story.Close(new Period(PeriodKind.Day, day), At(day, 22));
        }
    }

    private string Line(int n, DateOnly day)
    {
        var lines = _story.Lines(Anna).Skip(_lines).GroupBy(l => l, StringComparer.Ordinal).Select(g => $"{g.Count()}×{g.Key}");
        var badges = _story.Badges(Anna).Skip(_badges);
        var player = _story.Of(Anna);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{n} {day:yyyy-MM-dd}: {string.Join(", ", lines)} = {player.Points} points, {_story.XpOf(Anna)} XP, level {player.Level}, streak {player.Streak}; {string.Join(' ', badges)}");
        (_lines, _badges) = (_story.Lines(Anna).Count, _story.Badges(Anna).Count);
        return text.TrimEnd(' ', ';');
    }
}
