using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Achievements.News;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>What working everything out anew came to.</summary>
/// <param name="Events">Events of the log.</param>
/// <param name="Entries">Lines of the ledger.</param>
/// <param name="Parked">Events that could not be understood.</param>
public sealed record RebuildReport(long Events, long Entries, int Parked);

/// <summary>Works the whole game out anew from the log: the same rows as reading it live has given. Nobody is told again what was earned before.</summary>
/// <remarks>
/// The game stands still meanwhile and its pages show what is there already; bookings go on, for it is written in many small transactions.
/// One that dies is begun again by the next reader, once its sign of life has run out.
/// </remarks>
public sealed partial class GameRebuild(Database database, OfficeClock clock, TimeProvider time, ILogger<GameRebuild> logger)
{
    private const int EventsAtOnce = 10_000;
    private const int RowsAtOnce = 10_000;
    private static readonly TimeSpan SignOfLife = TimeSpan.FromMinutes(2);

    /// <summary>Whether nothing was ever worked out, or somebody died doing so.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.GameStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } state || state.RebuildingUntil <= clock.Now;
    }

    /// <summary>Whether somebody is at it.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.GameStates.AnyAsync(s => s.RebuildingUntil != null, cancellationToken);
    }

    /// <summary>Does it; null when somebody else is at it.</summary>
    public async Task<RebuildReport?> RunAsync(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        if (await BeginAsync(cancellationToken) is not { } lease)
        {
            return null;
        }

        var begun = clock.Now;
        var writer = new RebuildWriter(database, lease, () => clock.Now + SignOfLife, RowsAtOnce);
        await writer.WipeAsync(cancellationToken);
        var state = new GameState();
        await using var db = await database.ReadAsync(cancellationToken);
        var rows = new CollectedRows();
        var world = new GameWorld(state, await RuleHistory.ReadAsync(db, cancellationToken), rows);
        var game = new Game(world, clock);
        var position = new ReaderCursor { Reader = GameReader.Reader };
        var (events, entries) = (0L, 0L);
        while (await EventLog.ReadAfterAsync(db, position, EventsAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            Play(game, page, rows);
            position.MoveTo(page[^1]);
            (events, entries) = (events + page.Count, entries + rows.Entries.Count);
            await writer.WriteAsync(rows.Entries, cancellationToken);
            rows.Entries.Clear();
        }

        await writer.WriteRestAsync(world, rows, begun, cancellationToken);
        await EndAsync(writer.Lease, state, position, cancellationToken);
        LogRebuilt(events, entries, time.GetElapsedTime(since));
        return new RebuildReport(events, entries, rows.Parked.Count);
    }

    private static void Play(Game game, IReadOnlyList<OfficeEvent> page, CollectedRows rows)
    {
        foreach (var told in page)
        {
            switch (FactReader.Read(told))
            {
                case null:
                    break;
                case GameFact.Unreadable(var reason):
                    rows.Parked.Add(new ParkedEvent { EventNumber = told.Sequence, Kind = told.Kind, At = told.At, Reason = reason });
                    break;
                case { } fact:
                    game.Take(fact, new Stamp(told.At, told.Transaction, told.Sequence));
                    break;
            }
        }
    }

    /// <summary>Makes the readers stand still. The cursor's row is held, so that none of them is in the middle of a stretch.</summary>
    private Task<DateTimeOffset?> BeginAsync(CancellationToken cancellationToken) => database.WriteAsync<DateTimeOffset?>(
        async db =>
        {
            await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken);
            var state = await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken);
            if (state?.RebuildingUntil > clock.Now)
            {
                return null;
            }

            state ??= db.GameStates.Add(new GameState()).Entity;
            var lease = RebuildWriter.Whole(clock.Now + SignOfLife);
            state.RebuildingUntil = lease;
            return lease;
        },
        cancellationToken);

    private Task EndAsync(DateTimeOffset lease, GameState worked, ReaderCursor position, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken);
            var state = await RebuildWriter.HoldAsync(db, lease, cancellationToken);
            (cursor.Transaction, cursor.Sequence) = (position.Transaction, position.Sequence);
            (state.RuleChanges, state.StateChanges, state.RebuildingUntil) = (worked.RuleChanges, worked.StateChanges, null);
            db.Events.Add(GameEvents.AllChanged(clock.Now));
        },
        cancellationToken);

    [LoggerMessage(LogLevel.Information, "Worked the game out anew: {Events} events, {Entries} lines, {Elapsed}")]
    private partial void LogRebuilt(long events, long entries, TimeSpan elapsed);
}
