using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads one person's game from the sums. Looking changes nothing.</summary>
public sealed class MyGameReader(Database database, SettingsStore settings, OfficeClock clock)
{
    private const int GoalsShown = 3;
    private const int HistoryShown = 20;
    private const int WeeksShown = 5;

    /// <summary>Never more than the weeks that are shown before this one: their days are read anyway.</summary>
    private const int AverageDays = 28;

    /// <summary>The person's game; one that has just begun when nothing was ever counted.</summary>
    public async Task<MyGame> ReadAsync(Guid me, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var player = await db.Players.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == me, cancellationToken) ?? new Player { AccountId = me };
        var calendar = await CalendarAsync(db, me, office.State, cancellationToken);
        var first = IsoWeek.Of(clock.Today).Plus(1 - WeeksShown).Monday;
        var days = await db.PlayerDays.AsNoTracking().Where(d => d.AccountId == me && d.Day >= first).ToDictionaryAsync(d => d.Day, cancellationToken);
        var tally = await TallyAsync(db, player, calendar, cancellationToken);
        var held = await db.EarnedBadges.Where(b => b.AccountId == me && b.Period == "").Select(b => b.BadgeId).ToListAsync(cancellationToken);
        return new MyGame(
            LevelStanding.Of(Xp.Of(player.Points, player.BadgeXp, player.BestStreak), office.Game.Levels),
            tally.PointsOfDay,
            tally.PointsOfMonth,
            player.Points,
            tally.Streak,
            player.BestStreak,
            Goals(tally, held),
            [.. Enumerable.Range(0, 7 * WeeksShown).Select(n => Day(first.AddDays(n), days, calendar))],
            await HistoryAsync(db, me, cancellationToken),
            player.Bookings,
            player.Completed,
            player.Badges,
            player.BadgeXp,
            Figures(await BestDayAsync(db, me, cancellationToken), days, calendar));
    }

    private static Task<PlayerDay?> BestDayAsync(SlotBookingDb db, Guid me, CancellationToken cancellationToken) => db.PlayerDays.AsNoTracking()
        .Where(d => d.AccountId == me && d.Points > 0).OrderByDescending(d => d.Points).ThenByDescending(d => d.Day).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Weeks are compared as far as this one has come.</summary>
    private MyFigures Figures(PlayerDay? best, Dictionary<DateOnly, PlayerDay> days, StreakCalendar calendar)
    {
        var today = clock.Today;
        var monday = IsoWeek.Of(today).Monday;
        int Booked(DateOnly from, DateOnly through) => days.Values.Where(d => d.Day >= from && d.Day <= through).Sum(d => d.Bookings);
        var worked = Enumerable.Range(1, AverageDays).Count(n => calendar.Counts(today.AddDays(-n)));
        return new MyFigures(
            best?.Day,
            best?.Points ?? 0,
            Booked(monday, today),
            Booked(monday.AddDays(-7), today.AddDays(-7)),
            Booked(monday.AddDays(-7), monday.AddDays(-1)),
            worked == 0 ? null : Booked(today.AddDays(-AverageDays), today.AddDays(-1)) / (double)worked);
    }

    /// <summary>How much the person has of what badges count, now.</summary>
    internal async Task<Tally> TallyAsync(SlotBookingDb db, Player player, StreakCalendar calendar, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var (week, month) = (Period.WeekOf(today).ToString(), Period.MonthOf(today).ToString());
        var sums = await db.PeriodSums.Where(s => s.AccountId == player.AccountId && (s.Period == week || s.Period == month))
            .ToDictionaryAsync(s => s.Period, s => s.Points, cancellationToken);
        return new Tally
        {
            Bookings = player.Bookings,
            PointsOfDay = await db.PlayerDays.Where(d => d.AccountId == player.AccountId && d.Day == today).Select(d => d.Points).SingleOrDefaultAsync(cancellationToken),
            PointsOfWeek = sums.GetValueOrDefault(week),
            PointsOfMonth = sums.GetValueOrDefault(month),
            Points = player.Points,
            Streak = calendar.Current(player.Streak, player.StreakDay, today),
            Evenings = player.Evenings,
            Mornings = player.Mornings,
            Fridays = player.Fridays,
            Completed = player.Completed,
            CompletedInARow = player.CompletedInARow,
        };
    }

    /// <summary>Which days count in the person's streak.</summary>
    internal static async Task<StreakCalendar> CalendarAsync(SlotBookingDb db, Guid account, FederalState state, CancellationToken cancellationToken) =>
        new(state, await db.HeardAbsences.Where(a => a.AccountId == account && !a.IsWithdrawn).Select(a => new DaySpan(a.First, a.Through)).ToListAsync(cancellationToken));

    /// <summary>Of each measure the next badge only; of those the nearest.</summary>
    private static IReadOnlyList<BadgeGoal> Goals(Tally tally, IReadOnlyCollection<string> held) =>
    [
        .. BadgeCatalogue.All.Where(b => !b.IsPerPeriod && !held.Contains(b.Id))
            .GroupBy(b => b.Measure)
            .Select(next => next.MinBy(b => b.Threshold)!)
            .Select(badge => new BadgeGoal(badge, tally[badge.Measure]))
            .OrderByDescending(goal => (double)goal.Value / goal.Badge.Threshold)
            .ThenBy(goal => goal.Missing)
            .Take(GoalsShown),
    ];

    private StreakDay Day(DateOnly day, Dictionary<DateOnly, PlayerDay> days, StreakCalendar calendar)
    {
        var known = days.GetValueOrDefault(day);
        var state = (day.CompareTo(clock.Today), known?.Bookings > 0) switch
        {
            ( > 0, _) => StreakDayState.Ahead,
            (_, true) => StreakDayState.Booked,
            _ when calendar.IsAway(day) => StreakDayState.Away,
            _ when !calendar.Counts(day) => StreakDayState.Free,
            (0, _) => StreakDayState.Today,
            _ => StreakDayState.Missed,
        };
        return new StreakDay(day, state, known?.Points ?? 0);
    }

    private static async Task<IReadOnlyList<Milestone>> HistoryAsync(SlotBookingDb db, Guid me, CancellationToken cancellationToken)
    {
        var badges = await db.EarnedBadges.AsNoTracking().Where(b => b.AccountId == me).OrderByDescending(b => b.At).Take(HistoryShown).ToListAsync(cancellationToken);
        var levels = await db.ReachedLevels.AsNoTracking().Where(l => l.AccountId == me).OrderByDescending(l => l.At).Take(HistoryShown).ToListAsync(cancellationToken);
        return
        [
            .. badges.Where(b => BadgeCatalogue.Find(b.BadgeId) is not null).Select(b => new Milestone(b.At, BadgeCatalogue.Find(b.BadgeId), b.Period, null))
                .Concat(levels.Select(l => new Milestone(l.At, null, "", l.Level)))
                .OrderByDescending(m => m.At).ThenByDescending(m => m.Level).Take(HistoryShown),
        ];
    }
}
