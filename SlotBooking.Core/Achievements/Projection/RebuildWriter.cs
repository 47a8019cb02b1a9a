using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Writes what was worked out anew, in small transactions, each of which is also a sign of life.</summary>
/// <param name="database">Where to.</param>
/// <param name="lease">The sign of life as it was last written.</param>
/// <param name="next">What the next one says.</param>
/// <param name="rowsAtOnce">How many rows a transaction writes.</param>
internal sealed class RebuildWriter(Database database, DateTimeOffset lease, Func<DateTimeOffset> next, int rowsAtOnce)
{
    /// <summary>The sign of life as it was last written.</summary>
    public DateTimeOffset Lease { get; private set; } = lease;

    /// <summary>An instant as both databases keep it.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    /// <summary>The state, as long as this worker's sign of life stands in it.</summary>
    /// <exception cref="LeaseLostException">Somebody else has begun meanwhile.</exception>
    public static async Task<GameState> HoldAsync(SlotBookingDb db, DateTimeOffset lease, CancellationToken cancellationToken)
    {
        var state = await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken);
        return state?.RebuildingUntil == lease ? state : throw new LeaseLostException();
    }

    /// <summary>Empties everything that is derived; what people were told and what they entered stays.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        await InTurnAsync(db => db.GameEntries.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await InTurnAsync(db => db.PlayedBookings.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await InTurnAsync(db => db.PlayerDays.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await InTurnAsync(db => db.PeriodSums.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await InTurnAsync(
            async db =>
            {
                await db.Players.ExecuteDeleteAsync(cancellationToken);
                await db.TeamDays.ExecuteDeleteAsync(cancellationToken);
                await db.ClosedPeriods.ExecuteDeleteAsync(cancellationToken);
                await db.EarnedBadges.ExecuteDeleteAsync(cancellationToken);
                await db.ReachedLevels.ExecuteDeleteAsync(cancellationToken);
                await db.HeardAbsences.ExecuteDeleteAsync(cancellationToken);
                await db.ParkedEvents.ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task WriteAsync<T>(IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var some in rows.Chunk(rowsAtOnce))
        {
            await InTurnAsync(db => new BulkRows<T>(db).WriteAsync(db, some), cancellationToken);
        }
    }

    /// <summary>Gives a sign of life.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) => InTurnAsync(static _ => Task.CompletedTask, cancellationToken);

    /// <summary>Writes all of it; people last, for whoever has none is shown nothing.</summary>
    public async Task WriteAsync(GameWorld world, CollectedRows rows, IReadOnlyList<GameNews> news, CancellationToken cancellationToken)
    {
        await WriteAsync(rows.Entries, cancellationToken);
        await WriteAsync(world.Bookings.Values, cancellationToken);
        await WriteAsync(world.Sheets.Values.SelectMany(s => s.Days.Values), cancellationToken);
        await WriteAsync(world.Sums.Values.SelectMany(s => s.Values), cancellationToken);
        await WriteAsync(world.Team.Values, cancellationToken);
        await WriteAsync(rows.Badges, cancellationToken);
        await WriteAsync(rows.Levels, cancellationToken);
        await WriteAsync(rows.Periods, cancellationToken);
        await WriteAsync(world.Absences.Values, cancellationToken);
        await WriteAsync(rows.Parked, cancellationToken);
        await WriteAsync(world.Sheets.Values.Select(s => s.Player), cancellationToken);
        await WriteAsync(news, cancellationToken);
    }

    /// <summary>Of this news what is not kept yet.</summary>
    public async Task<IReadOnlyList<GameNews>> UntoldAsync(List<GameNews> news, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var known = (await db.GameNews.Select(n => new { n.AccountId, n.Key }).ToListAsync(cancellationToken)).Select(n => (n.AccountId, n.Key)).ToHashSet();
        return [.. news.Where(n => known.Add((n.AccountId, n.Key)))];
    }

    private async Task InTurnAsync(Func<SlotBookingDb, Task> work, CancellationToken cancellationToken)
    {
        var renewed = Whole(next());
        await database.WriteAsync(
            async db =>
            {
                var state = await HoldAsync(db, Lease, cancellationToken);
                await work(db);
                state.RebuildingUntil = renewed;
            },
            cancellationToken);
        Lease = renewed;
    }
}

/// <summary>The sign of life has run out and somebody else has begun: what is written from now on is theirs.</summary>
internal sealed class LeaseLostException() : Exception("Somebody else works the game out anew.");
