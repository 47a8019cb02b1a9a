using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Loads the rows that a stretch of facts may touch, so that the rules find them as if all were there.</summary>
/// <param name="db">Where from.</param>
/// <param name="clock">Knows the office's zone.</param>
/// <param name="whole">Of whom all days and outcomes are loaded.</param>
internal sealed class WorldLoader(SlotBookingDb db, OfficeClock clock, WholePeople whole)
{
    /// <summary>The world as far as these facts go, its rows tracked.</summary>
    public async Task<GameWorld> LoadAsync(GameState state, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts, IGameRows rows, CancellationToken cancellationToken)
    {
        var world = new GameWorld(state, await RuleHistory.ReadAsync(db, cancellationToken), rows);
        if (facts.Count == 0)
        {
            return world;
        }

        await LoadBookingsAsync(world, facts, cancellationToken);
        var closed = facts.Select(f => f.Fact).OfType<GameFact.Closed>().Select(f => f.Period).Distinct().ToList();
        var accounts = AccountsOf(world, facts);
        await LoadPlayersAsync(world, closed, accounts, cancellationToken);
        await LoadAbsencesAsync(world, facts, cancellationToken);
        await LoadRowsAsync(world, accounts, cancellationToken);
        await LoadSheetsAsync(world, facts, accounts, cancellationToken);
        await LoadTeamAsync(world, facts, accounts, closed, cancellationToken);
        return world;
    }

    private async Task LoadBookingsAsync(GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts, CancellationToken cancellationToken)
    {
        var ids = facts.Select(f => f.Fact switch
        {
            GameFact.Booked booked => booked.Booking,
            GameFact.Became became => became.Booking,
            _ => (Guid?)null,
        }).OfType<Guid>().Distinct().ToArray();
        if (ids.Length > 0)
        {
            await foreach (var booking in db.PlayedBookings.AsTracking().Where(b => ids.Contains(b.BookingId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                world.Bookings.Add(booking.BookingId, booking);
            }
        }

        var corrections = facts.Select(f => f.Fact).OfType<GameFact.Corrected>().Select(f => f.Id).ToArray();
        if (corrections.Length > 0)
        {
            world.Corrections.UnionWith(await db.GameEntries
                .Where(e => e.Rule == PointRule.Correction && corrections.Contains(e.Source)).Select(e => e.Source).ToListAsync(cancellationToken));
        }
    }

    /// <summary>The bookings whose outcome was told, of people whose row has to be counted anew: back to the last miss that these facts do not touch.</summary>
    private async Task LoadRowsAsync(GameWorld world, Guid[] accounts, CancellationToken cancellationToken)
    {
        foreach (var booking in world.Bookings.Values.Where(b => b is { AgentId: not null, RowPlace: not null }))
        {
            world.Sheets[booking.AgentId!.Value].Row.Add(booking);
        }

        if (whole.IsNobody)
        {
            return;
        }

        var touched = world.Bookings.Keys.ToArray();
        foreach (var sheet in accounts.Where(a => whole.Contains(a) && world.Sheets.ContainsKey(a)).Select(a => world.Sheets[a]))
        {
            var told = db.PlayedBookings.AsTracking().Where(b => b.AgentId == sheet.Player.AccountId && b.RowPlace != null);
            var last = await told.Where(b => (b.Status == BookingStatus.NoShow || b.Status == BookingStatus.Ghost) && !touched.Contains(b.BookingId))
                .MaxAsync(b => b.RowPlace, cancellationToken) ?? 0;
            await foreach (var booking in told.Where(b => b.RowPlace >= last).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                sheet.Row.Add(booking);
            }
        }
    }

    /// <summary>Whom the facts are about.</summary>
    private static Guid[] AccountsOf(GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts) =>
    [
        .. facts.Select(f => f.Fact switch
        {
            GameFact.Booked booked => booked.Agent,
            GameFact.Corrected corrected => corrected.Account,
            GameFact.Away away => away.Account,
            _ => (Guid?)null,
        }).Concat(world.Bookings.Values.Select(b => b.AgentId)).OfType<Guid>().Distinct(),
    ];

    /// <summary>Their sums; when a day is closed everybody's, since it is kept how the boards stood.</summary>
    private async Task LoadPlayersAsync(GameWorld world, List<Period> closed, Guid[] accounts, CancellationToken cancellationToken)
    {
        var names = closed.Select(p => p.ToString()).ToArray();
        var isForAll = closed.Exists(p => p.Kind == PeriodKind.Day);
        await foreach (var player in db.Players.AsTracking()
            .Where(p => isForAll || accounts.Contains(p.AccountId) || db.Set<PeriodSum>().Any(s => names.Contains(s.Period) && s.AccountId == p.AccountId))
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.Sheets.Add(player.AccountId, new PlayerSheet(player, whole.Contains(player.AccountId)));
        }
    }

    /// <summary>Theirs, and those that the facts name: an id may be told once only.</summary>
    private async Task LoadAbsencesAsync(GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts, CancellationToken cancellationToken)
    {
        var people = world.Sheets.Keys.ToArray();
        var ids = facts.Select(f => f.Fact).OfType<GameFact.Away>().Select(a => a.Id).ToArray();
        await foreach (var absence in db.HeardAbsences.AsTracking()
            .Where(a => people.Contains(a.AccountId) || ids.Contains(a.AbsenceId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.Absences.Add(absence.AbsenceId, absence);
            if (world.Sheets.TryGetValue(absence.AccountId, out var sheet))
            {
                sheet.Absences.Add(absence);
            }
        }
    }

    private async Task LoadSheetsAsync(
        GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts, Guid[] accounts, CancellationToken cancellationToken)
    {
        var from = FirstNeeded(world, facts);
        var everything = accounts.Where(whole.Contains).ToArray();
        await foreach (var day in db.PlayerDays.AsTracking().Where(d => accounts.Contains(d.AccountId) && (d.Day >= from || everything.Contains(d.AccountId)))
            .OrderBy(d => d.AccountId).ThenBy(d => d.Day).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.Sheets[day.AccountId].Days.Add(day.Day, day);
        }

        var badges = db.EarnedBadges.Where(b => b.Period == "" && accounts.Contains(b.AccountId)).Select(b => new { b.AccountId, b.BadgeId });
        await foreach (var badge in badges.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.Sheets[badge.AccountId].Held.Add(badge.BadgeId);
        }
    }

    /// <summary>The day before the first one that may change, in everybody's own calendar: its streak is what the next one continues.</summary>
    private DateOnly FirstNeeded(GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts)
    {
        var changed = facts.Select(f => clock.WallClock(f.Stamp.At).Day)
            .Concat(world.Bookings.Values.Select(b => b.BookedAt).OfType<DateTimeOffset>().Select(at => clock.WallClock(at).Day))
            .Concat(facts.Select(f => f.Fact).OfType<GameFact.Away>().SelectMany(f => FirstDays(world, f))).Min();
        var before = world.Sheets.Values.Select(s => s.Calendar(world.Holidays).Before(changed)).OfType<DateOnly>().DefaultIfEmpty(changed).Min();
        return facts.Any(f => f.Fact is GameFact.StateChanged) ? DateOnly.MinValue : before < changed ? before : changed;
    }

    /// <summary>As it is told now and, if it was told before, as it was then.</summary>
    private static IEnumerable<DateOnly> FirstDays(GameWorld world, GameFact.Away away) =>
        world.Absences.TryGetValue(away.Id, out var heard) ? [away.Days.First, heard.First] : [away.Days.First];

    private async Task LoadTeamAsync(
        GameWorld world, IReadOnlyList<(GameFact Fact, Stamp Stamp)> facts, Guid[] accounts, IReadOnlyCollection<Period> closed, CancellationToken cancellationToken)
    {
        var days = facts.Select(f => f.Stamp.At).Concat(world.Bookings.Values.Select(b => b.BookedAt).OfType<DateTimeOffset>())
            .Select(at => clock.WallClock(at).Day).ToHashSet();
        var some = days.ToArray();
        await foreach (var day in db.TeamDays.AsTracking().Where(d => some.Contains(d.Day)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.Team.Add(day.Day, day);
        }

        var own = days.SelectMany(PeriodsOf).Select(p => p.ToString()).Distinct().ToArray();
        var closedNames = closed.Select(p => p.ToString()).ToArray();
        var later = closed.Where(p => p.Kind == PeriodKind.Day).SelectMany(p => Enumerable.Range(1, Game.LaterDays).Select(n => p with { Day = p.Day.AddDays(n) }));
        string[] everybodys = [.. closedNames, .. closed.Select(p => Period.MonthOf(p.Day)).Concat(later).Select(p => p.ToString()).Distinct()];
        await foreach (var sum in db.PeriodSums.AsTracking()
            .Where(s => everybodys.Contains(s.Period) || (own.Contains(s.Period) && accounts.Contains(s.AccountId))).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            world.SumsOf(sum.Period).Add(sum.AccountId, sum);
        }

        world.Closed.UnionWith(await db.ClosedPeriods.Where(p => closedNames.Contains(p.Period) || own.Contains(p.Period)).Select(p => p.Period).ToListAsync(cancellationToken));
    }

    /// <summary>Wherever closing time lies or lay, a moment of the day is in one of these.</summary>
    private static Period[] PeriodsOf(DateOnly day) =>
        [new(PeriodKind.Day, day), new(PeriodKind.Day, day.AddDays(1)), new(PeriodKind.Day, day.AddDays(2)), Period.WeekOf(day), Period.MonthOf(day), Period.YearOf(day)];
}
