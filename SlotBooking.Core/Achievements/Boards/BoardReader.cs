using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads the boards from the sums: never from the ledger, however long that is. Looking changes nothing.</summary>
/// <remarks>Accounts that were left out, disabled or removed are on no board; their points stay what they are.</remarks>
public sealed class BoardReader(Database database, SettingsStore settings, OfficeClock clock)
{
    private const int Neighbours = 2;

    /// <summary>A board as the person sees it who looks.</summary>
    public async Task<Board> ReadAsync(BoardKind kind, Guid? me, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var people = await PeopleAsync(db, kind, office, cancellationToken);
        var shown = people.Where(p => p.Value > 0 || p.AccountId == me).ToList();
        var rows = Ranking.Of(shown, me);
        var champion = await ChampionAsync(db, cancellationToken);
        return new Board(
            kind,
            office.Game.Boards,
            office.Game.Boards switch
            {
                BoardView.Everybody => rows,
                BoardView.Neighbours => Ranking.Around(rows, Neighbours),
                _ => [],
            },
            people.Sum(p => p.Value),
            shown.Count,
            people.Exists(p => p.AccountId == champion) ? champion : null);
    }

    private async Task<List<BoardStanding>> PeopleAsync(SlotBookingDb db, BoardKind kind, OfficeSettings office, CancellationToken cancellationToken)
    {
        var month = Period.MonthOf(clock.Today).ToString();
        var players = await db.Players.AsNoTracking()
            .Join(db.Users.Where(a => a.DisabledAt == null && !db.GameChoices.Any(c => c.AccountId == a.Id && c.IsLeftOut)), p => p.AccountId, a => a.Id, (p, a) => new { Player = p, a.DisplayName })
            .ToListAsync(cancellationToken);
        switch (kind)
        {
            case BoardKind.Month:
                var sums = await db.PeriodSums.Where(s => s.Period == month).Select(s => new { s.AccountId, s.Points })
                    .ToDictionaryAsync(s => s.AccountId, s => s.Points, cancellationToken);
                return [.. players.Select(p => new BoardStanding(
                    p.Player.AccountId, p.DisplayName, sums.GetValueOrDefault(p.Player.AccountId), p.Player.ThenMonth == month ? p.Player.ThenMonthPoints : null))];
            case BoardKind.Streaks:
                var absences = await AbsencesAsync(db, cancellationToken);
                return [.. players.Select(p => new BoardStanding(
                    p.Player.AccountId, p.DisplayName, Current(p.Player, new StreakCalendar(office.State, [.. absences[p.Player.AccountId]])), Then(p.Player, p.Player.ThenStreak)))];
            case BoardKind.Badges:
                return [.. players.Select(p => new BoardStanding(p.Player.AccountId, p.DisplayName, p.Player.BadgeWeight, Then(p.Player, p.Player.ThenBadgeWeight)))];
            default:
                return [.. players.Select(p => new BoardStanding(p.Player.AccountId, p.DisplayName, p.Player.Points, Then(p.Player, p.Player.ThenPoints)))];
        }
    }

    private int Current(Player player, StreakCalendar calendar) => calendar.Current(player.Streak, player.StreakDay, clock.Today);

    private static int? Then(Player player, int value) => player.ThenMonth is null ? null : value;

    private async Task<ILookup<Guid, DaySpan>> AbsencesAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var since = clock.Today.AddDays(-StreakCalendar.LongestPause);
        var rows = await db.HeardAbsences.Where(a => a.Through >= since).Select(a => new { a.AccountId, a.First, a.Through }).ToListAsync(cancellationToken);
        return rows.ToLookup(a => a.AccountId, a => new DaySpan(a.First, a.Through));
    }

    private async Task<Guid?> ChampionAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var last = Period.MonthOf(clock.Today.AddDays(-clock.Today.Day)).ToString();
        return await db.ClosedPeriods.Where(p => p.Period == last).Select(p => p.Winner).SingleOrDefaultAsync(cancellationToken);
    }
}
