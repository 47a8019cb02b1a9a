using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

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

    /// <summary>Closing a day looks at everybody's sums: a stretch ends after so many of them.</summary>
    private const int ClosingsAtOnce = 10;

    /// <summary>Of more people than this, all days of everybody are loaded at once.</summary>
    private const int FewPeople = 3;

    /// <summary>Takes in all that the log tells. The first time, and after a rebuild that died, everything is worked out anew.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await rebuild.IsWantedAsync(cancellationToken))
        {
            await rebuild.RunAsync(cancellationToken);
        }

        while (await HasNewAsync(cancellationToken) && await TakeSomeAsync(cancellationToken))
        {
            // There may be more.
        }
    }

    /// <summary>Takes a stretch; answers whether there may be more. When the rules break on an event of it, nothing is written, and it is taken again without that event.</summary>
    private async Task<bool> TakeSomeAsync(CancellationToken cancellationToken)
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

    /// <summary>Little is loaded, since bookings wait for whoever writes; in the rare case that it was too little of somebody, all of that person is.</summary>
    private async Task<bool> TakeAsync(BrokenEvents broken, CancellationToken cancellationToken)
    {
        var whole = new WholePeople();
        while (true)
        {
            try
            {
                return await TakeAsync(broken, whole, cancellationToken);
            }
            catch (NotWholeException exception)
            {
                whole = whole.With(exception.Account, FewPeople);
            }
        }
    }

    private Task<bool> TakeAsync(BrokenEvents broken, WholePeople whole, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
            if (await db.GameStates.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { RebuildingUntil: null } state)
            {
                return false;
            }

            var told = await EventLog.ReadAfterAsync(db, cursor, EventsAtOnce, cancellationToken);
            var events = Stretch(told);
            if (events.Count > 0)
            {
                await PlayAsync(db, state, events, broken, whole, cancellationToken);
                cursor.MoveTo(events[^1]);
            }

            return told.Count == EventsAtOnce || events.Count < told.Count;
        },
        cancellationToken);

    private static IReadOnlyList<OfficeEvent> Stretch(IReadOnlyList<OfficeEvent> told)
    {
        var closings = 0;
        for (var n = 0; n < told.Count; n++)
        {
            if (told[n].Kind == EventKinds.PeriodClosed && ++closings > ClosingsAtOnce)
            {
                return [.. told.Take(n)];
            }
        }

        return told;
    }

    private async Task PlayAsync(SlotBookingDb db, GameState state, IReadOnlyList<OfficeEvent> events, BrokenEvents broken, WholePeople whole, CancellationToken cancellationToken)
    {
        var told = events.Select(e => (Event: e, Fact: broken.Read(e))).Where(t => t.Fact is not null).ToList();
        if (told.Count == 0)
        {
            return;
        }

        var rows = new LiveRows(db, clock.Now);
        var facts = told.Select(t => (t.Fact!, new Stamp(t.Event.At, t.Event.Transaction, t.Event.Sequence))).Where(f => f.Item1 is not GameFact.Unreadable).ToList();
        var world = await new WorldLoader(db, clock, whole).LoadAsync(state, facts, rows, cancellationToken);
        var game = new Game(world, clock);
        var parked = told.Select(t => BrokenEvents.Take(game, t.Fact!, t.Event, rebuild.Taken)).OfType<ParkedEvent>().ToList();
        await ParkAsync(db, parked, cancellationToken);
        var isForAll = facts.Exists(f => f.Item1 is GameFact.RulesChanged or GameFact.StateChanged);
        Tell(db, world, await rows.AddNewsAsync(cancellationToken), isForAll);
    }

    /// <summary>Other rules change what everybody sees; else those are named whose sums or absences changed.</summary>
    private void Tell(SlotBookingDb db, GameWorld world, IReadOnlyCollection<Guid> withNews, bool isForAll)
    {
        db.ChangeTracker.DetectChanges();
        bool IsChanged(object row) => db.Entry(row).State is EntityState.Added or EntityState.Modified;
        var changed = world.Sheets.Values.Where(s => IsChanged(s.Player) || s.Absences.Exists(IsChanged)).Select(s => s.Player.AccountId).ToList();
        if (isForAll || changed.Count > 0)
        {
            db.Events.Add(isForAll ? GameEvents.AllChanged(clock.Now) : GameEvents.Changed(changed, withNews, clock.Now));
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

    /// <summary>A row that stands already, is gone, or holds what it cannot hold. A database that does not answer is something else.</summary>
    private static bool IsDamage(Exception exception) =>
        EventLog.IsDamage(exception) || exception is KeyNotFoundException or DbUpdateConcurrencyException || (exception is DbUpdateException refused && UniqueViolation.Is(refused));

    [LoggerMessage(LogLevel.Error, "The game broke on event {Number}; the stretch is taken in again without it")]
    private partial void LogBroken(Exception exception, long number);

    [LoggerMessage(LogLevel.Error, "The game's tables were damaged; all is worked out anew")]
    private partial void LogDamaged(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The game parked event {Number}, {Kind}: {Reason}")]
    private partial void LogParked(long number, string kind, string reason);
}
