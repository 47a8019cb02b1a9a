using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads the boards from the sums: never from the ledger, however long that is. Looking changes nothing.</summary>
/// <remarks>Accounts that were left out, disabled or removed are on no board; their points stay what they are.</remarks>
public sealed class BoardReader(Database database, SettingsStore settings, BoardCache cache, OfficeClock clock)
{
    private const int Neighbours = 2;
    private const int MonthsShown = 24;

    /// <summary>Of „2026-11“; weeks, days and years are written longer or shorter.</summary>
    private const int MonthLength = 7;

    private string OfficeDay => clock.Today.ToString("O", CultureInfo.InvariantCulture);

    private Period LastMonth => Period.MonthOf(clock.Today.AddDays(-clock.Today.Day));

    /// <summary>A board as the person sees it who looks.</summary>
    public async Task<Board> ReadAsync(BoardKind kind, Guid? me, CancellationToken cancellationToken)
    {
        var (view, people, champion) = await cache.GetAsync($"{kind} {OfficeDay}", () => NowAsync(kind), cancellationToken);
        return Ranked(kind, view, people, me, champion);
    }

    /// <summary>The board of a month that is over, as the person sees it who looks; its champion wears the crown.</summary>
    public async Task<Board> ReadMonthAsync(DateOnly month, Guid? me, CancellationToken cancellationToken)
    {
        var period = Period.MonthOf(month);
        var (view, people, champion) = await cache.GetAsync($"month {period}", () => PastAsync(period), cancellationToken);
        return Ranked(BoardKind.Month, view, people, me, champion);
    }

    /// <summary>The months that are over, newest first, with their champions as far as who looks may see them.</summary>
    public async Task<IReadOnlyList<PastMonth>> MonthsAsync(Guid? me, CancellationToken cancellationToken)
    {
        var (view, months) = await cache.GetAsync("months", ClosedMonthsAsync, cancellationToken);
        bool IsSeen(Guid? winner) => winner is { } who && (view == BoardView.Everybody || (view == BoardView.Neighbours && who == me));
        return [.. months.Select(m => IsSeen(m.Winner) ? new PastMonth(m.Month, m.Name, m.Points, m.Winner == me) : new PastMonth(m.Month, null, 0, false))];
    }

    private async Task<Shared> NowAsync(BoardKind kind)
    {
        await using var db = await database.ReadAsync(CancellationToken.None);
        var office = await settings.ReadAsync(db, CancellationToken.None);
        return new Shared(office.Game.Boards, await PeopleAsync(db, kind, office, CancellationToken.None), await ChampionAsync(db, LastMonth, CancellationToken.None));
    }

    private async Task<Shared> PastAsync(Period month)
    {
        await using var db = await database.ReadAsync(CancellationToken.None);
        var office = await settings.ReadAsync(db, CancellationToken.None);
        var people = await MonthAsync(db, month.ToString(), CancellationToken.None);
        return new Shared(office.Game.Boards, [.. people.Select(p => p with { Then = null })], await ChampionAsync(db, month, CancellationToken.None));
    }

    private async Task<SharedMonths> ClosedMonthsAsync()
    {
        await using var db = await database.ReadAsync(CancellationToken.None);
        var view = (await settings.ReadAsync(db, CancellationToken.None)).Game.Boards;
        var closed = await db.ClosedPeriods.AsNoTracking().Where(p => p.Period.Length == MonthLength).OrderByDescending(p => p.Period).Take(MonthsShown).ToListAsync();
        var winners = closed.Select(p => p.Winner).OfType<Guid>().Distinct().ToArray();
        var names = await Shown(db).Where(a => winners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName);
        var months = new List<SharedMonth>();
        foreach (var month in closed)
        {
            if (Period.TryParse(month.Period, out var period))
            {
                months.Add(month.Winner is { } winner && names.TryGetValue(winner, out var name)
                    ? new SharedMonth(period.Day, winner, name, month.Points)
                    : new SharedMonth(period.Day, null, null, 0));
            }
        }

        return new SharedMonths(view, months);
    }

    private static Board Ranked(BoardKind kind, BoardView view, IReadOnlyList<BoardStanding> people, Guid? me, Guid? champion)
    {
        var ranked = Ranking.Of([.. people.Where(p => p.Value > 0 || p.AccountId == me)], me);
        var rows = view switch
        {
            BoardView.Everybody => ranked,
            BoardView.Neighbours => Ranking.Around(ranked, Neighbours),
            _ => [],
        };
        return new Board(kind, view, rows, people.Sum(p => p.Value), people.Count(p => p.Value > 0), rows.Any(r => r.AccountId == champion) ? champion : null);
    }

    private async Task<List<BoardStanding>> PeopleAsync(SlotBookingDb db, BoardKind kind, OfficeSettings office, CancellationToken cancellationToken)
    {
        if (kind == BoardKind.Month)
        {
            return await MonthAsync(db, Period.MonthOf(clock.Today).ToString(), cancellationToken);
        }

        var players = await PlayersAsync(db, cancellationToken);
        switch (kind)
        {
            case BoardKind.Streaks:
                var absences = await AbsencesAsync(db, cancellationToken);
                return [.. players.Select(p => new BoardStanding(
                    p.Player.AccountId, p.Name, Current(p.Player, new StreakCalendar(office.State, [.. absences[p.Player.AccountId]])), Then(p.Player, p.Player.ThenStreak)))];
            case BoardKind.Badges:
                return [.. players.Select(p => new BoardStanding(p.Player.AccountId, p.Name, p.Player.BadgeWeight, Then(p.Player, p.Player.ThenBadgeWeight)))];
            default:
                return [.. players.Select(p => new BoardStanding(p.Player.AccountId, p.Name, p.Player.Points, Then(p.Player, p.Player.ThenPoints)))];
        }
    }

    private static async Task<List<BoardStanding>> MonthAsync(SlotBookingDb db, string month, CancellationToken cancellationToken)
    {
        var players = await PlayersAsync(db, cancellationToken);
        var sums = await db.PeriodSums.Where(s => s.Period == month).Select(s => new { s.AccountId, s.Points }).ToDictionaryAsync(s => s.AccountId, s => s.Points, cancellationToken);
        return [.. players.Select(p => new BoardStanding(
            p.Player.AccountId, p.Name, sums.GetValueOrDefault(p.Player.AccountId), p.Player.ThenMonth == month ? p.Player.ThenMonthPoints : null))];
    }

    private static async Task<List<(Player Player, string Name)>> PlayersAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var players = await db.Players.AsNoTracking().Join(Shown(db), p => p.AccountId, a => a.Id, (p, a) => new { Player = p, a.DisplayName }).ToListAsync(cancellationToken);
        return [.. players.Select(p => (p.Player, p.DisplayName))];
    }

    private static IQueryable<Account> Shown(SlotBookingDb db) =>
        db.Users.Where(a => a.DisabledAt == null && !db.Set<GameChoice>().Any(c => c.AccountId == a.Id && c.IsLeftOut));

    private int Current(Player player, StreakCalendar calendar) => calendar.Current(player.Streak, player.StreakDay, clock.Today);

    private static int? Then(Player player, int value) => player.ThenMonth is null ? null : value;

    private async Task<ILookup<Guid, DaySpan>> AbsencesAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var since = clock.Today.AddDays(-StreakCalendar.LongestPause);
        var rows = await db.HeardAbsences.Where(a => a.Through >= since && !a.IsWithdrawn).Select(a => new { a.AccountId, a.First, a.Through }).ToListAsync(cancellationToken);
        return rows.ToLookup(a => a.AccountId, a => new DaySpan(a.First, a.Through));
    }

    private static async Task<Guid?> ChampionAsync(SlotBookingDb db, Period month, CancellationToken cancellationToken)
    {
        var name = month.ToString();
        return await db.ClosedPeriods.Where(p => p.Period == name).Select(p => p.Winner).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What a board is made of, whoever looks.</summary>
    private sealed record Shared(BoardView View, IReadOnlyList<BoardStanding> People, Guid? Champion);

    private sealed record SharedMonths(BoardView View, IReadOnlyList<SharedMonth> Months);

    private sealed record SharedMonth(DateOnly Month, Guid? Winner, string? Name, int Points);
}
