using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

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
/// The game stands still meanwhile. Nothing is taken away before all is worked out, and then it is written in many small transactions, so that
/// bookings go on. One that dies is begun again by the next reader, once its sign of life has run out.
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
        if (await BeginAsync(cancellationToken) is not { } beginning)
        {
            return null;
        }

        var broken = new BrokenEvents();
        var writer = new RebuildWriter(database, beginning.Lease, () => clock.Now + SignOfLife, RowsAtOnce);
        while (true)
        {
            try
            {
                return await WorkOutAsync(writer, broken, beginning, cancellationToken);
            }
            catch (BrokenEventException exception)
            {
                LogBroken(exception, exception.Number);
                broken.Add(exception);
            }
            catch (Exception exception) when (exception is LeaseLostException or DbUpdateConcurrencyException)
            {
                return null;
            }
        }
    }

    private async Task<RebuildReport> WorkOutAsync(RebuildWriter writer, BrokenEvents broken, Beginning beginning, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var state = new GameState();
        await using var db = await database.ReadAsync(cancellationToken);
        var rows = new CollectedRows();
        var world = new GameWorld(state, await RuleHistory.ReadAsync(db, cancellationToken), rows);
        var game = new Game(world, clock);
        var position = new ReaderCursor { Reader = GameReader.Reader };
        var events = 0L;
        while (await EventLog.ReadAfterAsync(db, position, EventsAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            if (page.Any(e => e.Kind == EventKinds.SettingChanged))
            {
                world.History = await RuleHistory.ReadAsync(db, cancellationToken); // an admin may have changed the rules meanwhile
            }

            rows.Parked.AddRange(Play(game, page, broken, told => rows.SeenAt = beginning.IsOld(told) ? beginning.At : null));
            position.MoveTo(page[^1]);
            events += page.Count;
            await writer.RenewAsync(cancellationToken);
        }

        var news = await writer.UntoldAsync(rows.News, cancellationToken);
        await writer.WipeAsync(cancellationToken); // not before all is known: whatever fails until here takes nothing away
        await writer.WriteAsync(world, rows, news, cancellationToken);
        await EndAsync(writer.Lease, state, position, cancellationToken);
        LogRebuilt(events, rows.Entries.Count, time.GetElapsedTime(since));
        return new RebuildReport(events, rows.Entries.Count, rows.Parked);
    }

    private IEnumerable<ParkedEvent> Play(Game game, IReadOnlyList<OfficeEvent> page, BrokenEvents broken, Action<OfficeEvent> next)
    {
        foreach (var told in page)
        {
            next(told);
            if (broken.Read(told) is { } fact && BrokenEvents.Take(game, fact, told, Taken) is { } parked)
            {
                yield return parked;
            }
        }
    }

    /// <summary>Makes the readers stand still. The cursor's row is held, so that none of them is in the middle of a stretch.</summary>
    private async Task<Beginning?> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await WriteBeginningAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // the one before has given a sign of life after all
        }
    }

    private Task<Beginning?> WriteBeginningAsync(CancellationToken cancellationToken) => database.WriteAsync<Beginning?>(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken);
            var state = await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken);
            if (state?.RebuildingUntil > clock.Now)
            {
                return null;
            }

            var isFirst = cursor.Sequence == 0 && state is not { RebuildingUntil: null }; // nobody was, or who was first has died
            state ??= db.GameStates.Add(new GameState()).Entity;
            var lease = RebuildWriter.Whole(clock.Now + SignOfLife);
            state.RebuildingUntil = lease;
            return new Beginning(lease, clock.Now, isFirst, cursor.Transaction, cursor.Sequence);
        },
        cancellationToken);

    private Task EndAsync(DateTimeOffset lease, GameState worked, ReaderCursor position, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken);
            var state = await RebuildWriter.HoldAsync(db, lease, cancellationToken);
            (cursor.Transaction, cursor.Sequence) = (position.Transaction, position.Sequence);
            (state.RuleChanges, state.StateChanges, state.ThenDay, state.RebuildingUntil) = (worked.RuleChanges, worked.StateChanges, worked.ThenDay, null);
            (state.SettingTransaction, state.SettingEvent) = (worked.SettingTransaction, worked.SettingEvent);
            db.Events.Add(GameEvents.AllChanged(clock.Now));
        },
        cancellationToken);

    /// <summary>How things stood when it began.</summary>
    /// <param name="Lease">The first sign of life.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="IsFirst">Whether nobody ever read the log: then the game begins now.</param>
    /// <param name="Transaction">How far readers had come.</param>
    /// <param name="Number">The same.</param>
    private sealed record Beginning(DateTimeOffset Lease, DateTimeOffset At, bool IsFirst, long Transaction, long Number)
    {
        /// <summary>Whether people were told of this event's news before, or need not be: of what was not read yet, only the last days are news.</summary>
        public bool IsOld(OfficeEvent told) =>
            IsFirst ? told.At < At : At - told.At > NewsKeys.Stays || (told.Transaction, told.Sequence).CompareTo((Transaction, Number)) <= 0;
    }

    [LoggerMessage(LogLevel.Error, "The game broke on event {Number}; it is left out, and all is worked out anew without it")]
    private partial void LogBroken(Exception exception, long number);

    [LoggerMessage(LogLevel.Information, "Worked the game out anew: {Events} events, {Entries} lines, {Elapsed}")]
    private partial void LogRebuilt(long events, long entries, TimeSpan elapsed);
}
