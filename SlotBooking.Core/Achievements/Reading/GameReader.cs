using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Achievements.News;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>Plays the game: a reader of the event log, behind the bookings and never in their way.</summary>
/// <remarks>
/// Rows and cursor are one transaction, so a stretch of the log counts once, however often a process dies or how many nodes read.
/// An event that cannot be understood is parked and named; the others go on. Any number may run in any number of processes.
/// </remarks>
public sealed partial class GameReader(Database database, GameRebuild rebuild, OfficeClock clock, ILogger<GameReader> logger)
{
    /// <summary>The reader's name in the log.</summary>
    public const string Reader = "game";

    private const int EventsAtOnce = 500;

    /// <summary>Takes in all that the log tells. The first time, and after a rebuild that died, everything is worked out anew.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await rebuild.IsWantedAsync(cancellationToken))
        {
            await rebuild.RunAsync(cancellationToken);
        }

        while (await HasNewAsync(cancellationToken) && await TakeSomeAsync(cancellationToken) == EventsAtOnce)
        {
            // There may be more.
        }
    }

    /// <summary>Takes a stretch; when something in it breaks the game, one event after another, so that only that one stays out.</summary>
    private async Task<int> TakeSomeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(EventsAtOnce, broken: null, cancellationToken);
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            LogBroken(exception);
        }

        for (var n = 0; n < EventsAtOnce; n++)
        {
            if (await TakeOneAsync(cancellationToken) == 0)
            {
                return n;
            }
        }

        return EventsAtOnce;
    }

    private async Task<int> TakeOneAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(1, broken: null, cancellationToken);
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            return await TakeAsync(1, $"Unerwarteter Fehler ({exception.GetType().Name}).", cancellationToken);
        }
    }

    /// <summary>Little is loaded, since bookings wait for whoever writes; in the rare case that it was too little, everything is.</summary>
    private async Task<int> TakeAsync(int limit, string? broken, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(limit, broken, isWhole: false, cancellationToken);
        }
        catch (NotWholeException)
        {
            return await TakeAsync(limit, broken, isWhole: true, cancellationToken);
        }
    }

    private Task<int> TakeAsync(int limit, string? broken, bool isWhole, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
            if (await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { RebuildingUntil: null } state)
            {
                return 0;
            }

            var events = await EventLog.ReadAfterAsync(db, cursor, limit, cancellationToken);
            if (events.Count > 0)
            {
                await PlayAsync(db, state, events, broken, isWhole, cancellationToken);
                cursor.MoveTo(events[^1]);
            }

            return events.Count;
        },
        cancellationToken);

    private async Task PlayAsync(
        SlotBookingDb db, GameState state, IReadOnlyList<OfficeEvent> events, string? broken, bool isWhole, CancellationToken cancellationToken)
    {
        var facts = new List<(GameFact Fact, Stamp Stamp)>();
        foreach (var told in events)
        {
            var fact = broken is null ? FactReader.Read(told) : new GameFact.Unreadable(broken);
            if (fact is GameFact.Unreadable(var reason))
            {
                await ParkAsync(db, told, reason, cancellationToken);
            }
            else if (fact is not null)
            {
                facts.Add((fact, new Stamp(told.At, told.Transaction, told.Sequence)));
            }
        }

        if (facts.Count == 0)
        {
            return;
        }

        var rows = new LiveRows(db, clock.Now);
        var world = await new WorldLoader(db, clock, isWhole).LoadAsync(state, facts, rows, cancellationToken);
        var game = new Game(world, clock);
        foreach (var (fact, stamp) in facts)
        {
            game.Take(fact, stamp);
        }

        Tell(db, world, await rows.AddNewsAsync(cancellationToken));
    }

    private void Tell(SlotBookingDb db, GameWorld world, IReadOnlyCollection<Guid> withNews)
    {
        db.ChangeTracker.DetectChanges();
        var changed = world.Sheets.Values.Select(s => s.Player).Where(p => db.Entry(p).State is EntityState.Added or EntityState.Modified).Select(p => p.AccountId).ToList();
        if (changed.Count > 0)
        {
            db.Events.Add(GameEvents.Changed(changed, withNews, clock.Now));
        }
    }

    private async Task ParkAsync(SlotBookingDb db, OfficeEvent told, string reason, CancellationToken cancellationToken)
    {
        LogParked(told.Sequence, told.Kind, reason);
        if (!await db.ParkedEvents.AnyAsync(e => e.EventNumber == told.Sequence, cancellationToken))
        {
            db.ParkedEvents.Add(new ParkedEvent { EventNumber = told.Sequence, Kind = told.Kind, At = told.At, Reason = reason });
        }
    }

    private async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Reader, cancellationToken);
        return cursor is not null && (await EventLog.ReadAfterAsync(db, cursor, 1, cancellationToken)).Count > 0;
    }

    /// <summary>A database that does not answer is no fault of an event; one that refuses a row is.</summary>
    private static bool IsOurs(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException or IOException or DbException => false,
        DbUpdateException refused => UniqueViolation.Is(refused),
        _ => true,
    };

    [LoggerMessage(LogLevel.Warning, "The game broke in a stretch of the log; its events are taken in one after another")]
    private partial void LogBroken(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The game parked event {Number}, {Kind}: {Reason}")]
    private partial void LogParked(long number, string kind, string reason);
}
