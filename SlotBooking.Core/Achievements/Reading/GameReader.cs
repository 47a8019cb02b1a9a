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
/// Nothing is parked for the database's sake: when it fails, the stretch is read again later.
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

    /// <summary>Takes a stretch. When the rules break on an event of it, nothing is written, and it is taken again without that event.</summary>
    private async Task<int> TakeSomeAsync(CancellationToken cancellationToken)
    {
        var broken = new BrokenEvents();
        while (true)
        {
            try
            {
                return await TakeAsync(broken, cancellationToken);
            }
            catch (BrokenEventException exception)
            {
                LogBroken(exception, exception.Number);
                broken.Add(exception);
            }
            catch (Exception exception) when (IsDamage(exception))
            {
                LogDamaged(exception);
                await rebuild.RunAsync(cancellationToken);
                return await TakeAsync(broken, cancellationToken);
            }
        }
    }

    /// <summary>Little is loaded, since bookings wait for whoever writes; in the rare case that it was too little, everything is.</summary>
    private async Task<int> TakeAsync(BrokenEvents broken, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(broken, isWhole: false, cancellationToken);
        }
        catch (NotWholeException)
        {
            return await TakeAsync(broken, isWhole: true, cancellationToken);
        }
    }

    private Task<int> TakeAsync(BrokenEvents broken, bool isWhole, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
            if (await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { RebuildingUntil: null } state)
            {
                return 0;
            }

            var events = await EventLog.ReadAfterAsync(db, cursor, EventsAtOnce, cancellationToken);
            if (events.Count > 0)
            {
                await PlayAsync(db, state, events, broken, isWhole, cancellationToken);
                cursor.MoveTo(events[^1]);
            }

            return events.Count;
        },
        cancellationToken);

    private async Task PlayAsync(SlotBookingDb db, GameState state, IReadOnlyList<OfficeEvent> events, BrokenEvents broken, bool isWhole, CancellationToken cancellationToken)
    {
        var told = events.Select(e => (Event: e, Fact: broken.Read(e))).Where(t => t.Fact is not null).ToList();
        if (told.Count == 0)
        {
            return;
        }

        var rows = new LiveRows(db, clock.Now);
        var facts = told.Select(t => (t.Fact!, new Stamp(t.Event.At, t.Event.Transaction, t.Event.Sequence))).Where(f => f.Item1 is not GameFact.Unreadable).ToList();
        var world = await new WorldLoader(db, clock, isWhole).LoadAsync(state, facts, rows, cancellationToken);
        var game = new Game(world, clock);
        var parked = told.Select(t => BrokenEvents.Take(game, t.Fact!, t.Event, rebuild.Taken)).OfType<ParkedEvent>().ToList();
        await ParkAsync(db, parked, cancellationToken);
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

    private async Task ParkAsync(SlotBookingDb db, List<ParkedEvent> parked, CancellationToken cancellationToken)
    {
        var numbers = parked.Select(e => e.EventNumber).ToArray();
        var known = numbers.Length == 0 ? [] : await db.ParkedEvents.Where(e => numbers.Contains(e.EventNumber)).Select(e => e.EventNumber).ToListAsync(cancellationToken);
        foreach (var told in parked.Where(e => !known.Contains(e.EventNumber)))
        {
            LogParked(told.EventNumber, told.Kind, told.Reason);
            db.ParkedEvents.Add(told);
        }
    }

    private async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Reader, cancellationToken);
        return cursor is not null && (await EventLog.ReadAfterAsync(db, cursor, 1, cancellationToken)).Count > 0;
    }

    /// <summary>A row that stands already or is gone. A database that does not answer is something else.</summary>
    private static bool IsDamage(Exception exception) =>
        exception is KeyNotFoundException or DbUpdateConcurrencyException || (exception is DbUpdateException refused && UniqueViolation.Is(refused));

    [LoggerMessage(LogLevel.Error, "The game broke on event {Number}; the stretch is taken in again without it")]
    private partial void LogBroken(Exception exception, long number);

    [LoggerMessage(LogLevel.Error, "The game's tables were damaged; all is worked out anew")]
    private partial void LogDamaged(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The game parked event {Number}, {Kind}: {Reason}")]
    private partial void LogParked(long number, string kind, string reason);
}
