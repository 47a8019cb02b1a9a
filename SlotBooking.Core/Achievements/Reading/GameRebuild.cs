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
/// <param name="Out">Events that stay out.</param>
public sealed record RebuildReport(long Events, long Entries, IReadOnlyList<ParkedEvent> Out)
{
    /// <summary>How many events stay out.</summary>
    public int Parked => Out.Count;
}

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

    /// <summary>Hears of every event that the rules have just taken in, live and anew. Tests let it fail: no event that is known does.</summary>
    internal Action<OfficeEvent> Taken { get; set; } = static _ => { };

    /// <summary>Does it; null when somebody else is at it.</summary>
    public async Task<RebuildReport?> RunAsync(CancellationToken cancellationToken)
    {
        if (await BeginAsync(cancellationToken) is not { } lease)
        {
            return null;
        }

        var broken = new BrokenEvents();
        var writer = new RebuildWriter(database, lease, () => clock.Now + SignOfLife, RowsAtOnce);
        while (true)
        {
            try
            {
                return await WorkOutAsync(writer, broken, cancellationToken);
            }
            catch (BrokenEventException exception)
            {
                LogBroken(exception, exception.Number);
                broken.Add(exception);
            }
            catch (LeaseLostException)
            {
                return null;
            }
        }
    }

    private async Task<RebuildReport> WorkOutAsync(RebuildWriter writer, BrokenEvents broken, CancellationToken cancellationToken)
    {
        var (since, begun) = (time.GetTimestamp(), clock.Now);
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
            rows.Parked.AddRange(Play(game, page, broken));
            position.MoveTo(page[^1]);
            (events, entries) = (events + page.Count, entries + rows.Entries.Count);
            await writer.WriteAsync(rows.Entries, cancellationToken);
            rows.Entries.Clear();
        }

        await writer.WriteRestAsync(world, rows, begun, cancellationToken);
        await EndAsync(writer.Lease, state, position, cancellationToken);
        LogRebuilt(events, entries, time.GetElapsedTime(since));
        return new RebuildReport(events, entries, rows.Parked);
    }

    private IEnumerable<ParkedEvent> Play(Game game, IReadOnlyList<OfficeEvent> page, BrokenEvents broken)
    {
        foreach (var told in page)
        {
            if (broken.Read(told) is { } fact && BrokenEvents.Take(game, fact, told, Taken) is { } parked)
            {
                yield return parked;
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
            (state.RuleChanges, state.StateChanges, state.ThenDay, state.RebuildingUntil) = (worked.RuleChanges, worked.StateChanges, worked.ThenDay, null);
            db.Events.Add(GameEvents.AllChanged(clock.Now));
        },
        cancellationToken);

    [LoggerMessage(LogLevel.Error, "The game broke on event {Number}; it is left out, and all is worked out anew without it")]
    private partial void LogBroken(Exception exception, long number);

    [LoggerMessage(LogLevel.Information, "Worked the game out anew: {Events} events, {Entries} lines, {Elapsed}")]
    private partial void LogRebuilt(long events, long entries, TimeSpan elapsed);
}
