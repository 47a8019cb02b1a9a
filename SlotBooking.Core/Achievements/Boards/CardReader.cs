using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads the few numbers that stand in the frame of every page: a handful of rows by their keys.</summary>
public sealed class CardReader(Database database, SettingsStore settings, OfficeClock clock)
{
    /// <summary>The person's card; null for whoever has no points yet.</summary>
    public async Task<GameCard?> ReadAsync(Guid me, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if (await db.Players.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == me, cancellationToken) is not { } player)
        {
            return null;
        }

        var office = await settings.ReadAsync(db, cancellationToken);
        var (today, month) = (clock.Today, Period.MonthOf(clock.Today).ToString());
        var points = await db.PlayerDays.Where(d => d.AccountId == me && d.Day == today).Select(d => d.Points).SingleOrDefaultAsync(cancellationToken);
        var mine = await db.PeriodSums.Where(s => s.Period == month && s.AccountId == me).Select(s => s.Points).SingleOrDefaultAsync(cancellationToken);
        var isLeftOut = await db.GameChoices.AnyAsync(c => c.AccountId == me && c.IsLeftOut, cancellationToken);
        int? rank = mine <= 0 || isLeftOut || office.Game.Boards == BoardView.Team
            ? null
            : 1 + await db.PeriodSums.CountAsync(
                s => s.Period == month && s.Points > mine && db.Set<Account>().Any(a => a.Id == s.AccountId && a.DisabledAt == null) &&
                    !db.Set<GameChoice>().Any(c => c.AccountId == s.AccountId && c.IsLeftOut),
                cancellationToken);
        var calendar = new StreakCalendar(office.State, await db.HeardAbsences.Where(a => a.AccountId == me && !a.IsWithdrawn).Select(a => new DaySpan(a.First, a.Through)).ToListAsync(cancellationToken));
        return new GameCard(
            LevelStanding.Of(Xp.Of(player.Points, player.BadgeXp, player.BestStreak), office.Game.Levels), points, calendar.Current(player.Streak, player.StreakDay, today), rank);
    }
}

/// <summary>The numbers in the frame.</summary>
/// <param name="Level">Where the person stands.</param>
/// <param name="PointsToday">Points of today.</param>
/// <param name="Streak">The streak that runs.</param>
/// <param name="Rank">The place on this month's board; null without points, when left out of the boards, or when only the team is shown.</param>
public sealed record GameCard(LevelStanding Level, int PointsToday, int Streak, int? Rank);
