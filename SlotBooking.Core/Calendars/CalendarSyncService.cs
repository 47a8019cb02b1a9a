using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Reads calendars into their mirrors. Pages never do: they read the mirrors.</summary>
/// <remarks>
/// A calendar is read completely before anything is applied; mirror, cursor and age are one transaction.
/// A calendar that cannot be read keeps its mirror. Several processes may sync at once: the later one drops what it read. Thread-safe.
/// </remarks>
public sealed partial class CalendarSyncService(
    Database database,
    CalendarDirectory directory,
    CalendarHealth health,
    IAppointmentTracker tracker,
    IEnumerable<IMirrorObserver> observers,
    SettingsStore settings,
    OfficeClock clock,
    ILogger<CalendarSyncService> logger)
{
    private const int AtOnce = 4;
    private const string BrokenSentence = "Der Kalender war zu lesen, aber nicht zu übernehmen. Warum, steht im Protokoll des Servers.";

    /// <summary>What was noted further ahead comes from a clock that has been put right since.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);
    private readonly IReadOnlyList<IMirrorObserver> _observers = [.. observers.OrderBy(o => o.Order)];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Reads the calendar with this key, or all of them for null, now.</summary>
    public async Task<SyncReport> SyncAsync(string? calendarKey, CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        return await SyncAsync([.. calendars.Where(c => calendarKey is null || c.Key == calendarKey)], cancellationToken);
    }

    /// <summary>Reads the calendars that nobody has tried for this long, and leaves those alone that asked for it.</summary>
    public async Task<SyncReport> SyncDueAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        var times = await TimesAsync(cancellationToken);
        var now = clock.Now;
        var looksAgain = await LookAgainAtAsync(cancellationToken) <= now;
        var due = calendars.Where(c =>
        {
            var (triedAt, nextTryAt) = times.GetValueOrDefault(c.Key);
            return triedAt > now + ClocksDiffer || (((looksAgain && c.Key == CalendarKeys.Central) || !(triedAt > now - age)) && !(nextTryAt > now));
        });
        return await SyncAsync([.. due], cancellationToken);
    }

    /// <summary>Reads the calendars of Google's with these keys, but for those that asked to be left alone: their turn comes.</summary>
    public async Task<SyncReport> SyncPushedAsync(IReadOnlyCollection<string> calendarKeys, CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        var times = await TimesAsync(cancellationToken);
        var now = clock.Now;
        return await SyncAsync(
            [.. calendars.Where(c => c.IsGoogle && calendarKeys.Contains(c.Key) && !(times.GetValueOrDefault(c.Key).NextTryAt > now))], cancellationToken);
    }

    /// <summary>When an event of ours that was missing is looked for again, UTC; null when none is missing.</summary>
    public Task<DateTimeOffset?> LookAgainAtAsync(CancellationToken cancellationToken) => tracker.NextCheckAtAsync(cancellationToken);

    /// <summary>Reads one calendar if it is kept in this database: for a page that has just edited it.</summary>
    public async Task<SyncReport> SyncLocalAsync(string calendarKey, CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        return await SyncAsync([.. calendars.Where(c => !c.IsGoogle && c.Key == calendarKey)], cancellationToken);
    }

    private async Task<SyncReport> SyncAsync(IReadOnlyList<CalendarRef> calendars, CancellationToken cancellationToken)
    {
        var results = new CalendarSynced[calendars.Count];
        await Parallel.ForAsync(
            0,
            calendars.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => results[index] = await SyncOneAsync(calendars[index], token));
        await health.RefreshAsync(cancellationToken);
        return new SyncReport(results);
    }

    private async Task<CalendarSynced> SyncOneAsync(CalendarRef calendar, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(calendar.Key, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var before = await StateAsync(calendar, cancellationToken);
            try
            {
                var round = new CalendarRound(database, directory.For(calendar), calendar, tracker, _observers, settings, clock);
                var outcome = await round.RunAsync(before, () => StateAsync(calendar, cancellationToken), cancellationToken);
                if (round.Rebuilt)
                {
                    LogRebuilt(calendar.Key);
                }

                if (round.Healed > 0)
                {
                    LogHealed(calendar.Key, round.Healed);
                }

                return new CalendarSynced(calendar, outcome);
            }
            catch (CalendarException exception)
            {
                if (before.Failures == 0)
                {
                    // Once per outage: the state tells the rest.
                    LogNotRead(calendar.Key, exception.Trouble, exception);
                }

                return await FailAsync(calendar, exception, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing that a calendar holds may keep the others from being read.
                LogBroken(calendar.Key, exception);
                return await FailAsync(calendar, new CalendarException(CalendarTrouble.Passing, BrokenSentence, exception), cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Dictionary<string, (DateTimeOffset? TriedAt, DateTimeOffset? NextTryAt)>> TimesAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.CalendarStates.AsNoTracking()
            .ToDictionaryAsync(s => s.CalendarKey, s => (s.TriedAt, s.NextTryAt), StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>The state before reading; a calendar that is new gets its row here, so that there is always one to lock.</summary>
    private async Task<CalendarState> StateAsync(CalendarRef calendar, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var states = db.CalendarStates.AsNoTracking().Where(s => s.CalendarKey == calendar.Key);
        if (await states.SingleOrDefaultAsync(cancellationToken) is { } state)
        {
            return state;
        }

        try
        {
            await database.WriteAsync(
                write =>
                {
                    write.CalendarStates.Add(new CalendarState { CalendarKey = calendar.Key, Source = calendar.Source });
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another process met the calendar at the same instant.
        }

        return await states.SingleAsync(cancellationToken);
    }

    private async Task<CalendarSynced> FailAsync(CalendarRef calendar, CalendarException exception, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await database.WriteAsync(
            async db =>
            {
                var state = await db.CalendarStates.SingleAsync(s => s.CalendarKey == calendar.Key, cancellationToken);
                state.TriedAt = now;
                state.LastError = exception.Message;
                state.Trouble = exception.Trouble;
                state.FailingSince ??= now;
                state.NextTryAt = now + CalendarBreaker.PauseAfter(exception, state.Failures + 1, Random.Shared.NextDouble(), usageLimitPause: Backoff.Cap);
                if (state.Failures++ == 0)
                {
                    db.Events.Add(new OfficeEvent { Kind = EventKinds.CalendarState, At = now, Detail = CalendarEvents.ForCalendar(calendar.Key) });
                }
            },
            cancellationToken);
        return new CalendarSynced(calendar, SyncOutcome.Failed, exception.Message) { RetryAfter = exception.RetryAfter };
    }

    [LoggerMessage(LogLevel.Warning, "Calendar {CalendarKey} could not be read: {Trouble}")]
    private partial void LogNotRead(string calendarKey, CalendarTrouble trouble, Exception exception);

    [LoggerMessage(LogLevel.Error, "Calendar {CalendarKey} was read and could not be taken over; the others go on")]
    private partial void LogBroken(string calendarKey, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The daily comparison found {Events} events of calendar {CalendarKey} that changes had not told of; the mirror is right again")]
    private partial void LogHealed(string calendarKey, int events);

    [LoggerMessage(LogLevel.Information, "The cursor of calendar {CalendarKey} was too old: its mirror was built anew")]
    private partial void LogRebuilt(string calendarKey);
}
