using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Whether the central calendar may be written to. The answer stands in the database: a restart and other processes keep to it.</summary>
internal sealed class WriteGate(Database database, CalendarDirectory directory, CalendarSettings settings, OfficeClock clock)
{
    private static readonly TimeSpan UsualUsageLimitPause = TimeSpan.FromHours(6);
    private int _failuresInARow;
    private long _closedUntilTicks;

    /// <summary>How many may write now: 0 while it is closed, 1 to try whether it is over, any number for null.</summary>
    public async Task<int?> MayWriteAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var until = await db.CalendarStates.AsNoTracking().Where(s => s.CalendarKey == CalendarKeys.Central)
            .Select(s => s.WritesPausedUntil).SingleOrDefaultAsync(cancellationToken);
        if (until > clock.Now)
        {
            return 0;
        }

        Volatile.Write(ref _closedUntilTicks, 0);
        return until is null ? null : await TakeProbeAsync(until.Value, cancellationToken);
    }

    /// <summary>Why it is closed, in German; null while it is open.</summary>
    public async Task<string?> PausedBecauseAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.CalendarStates.AsNoTracking().Where(s => s.CalendarKey == CalendarKeys.Central && s.WritesPausedUntil != null)
            .Select(s => s.WritesPausedBecause).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Closed since the last look, by a write of this process: the others of the same round need not try.</summary>
    public bool IsClosed => clock.Now.UtcTicks < Volatile.Read(ref _closedUntilTicks);

    /// <summary>The calendar took a write, or refused one for reasons of its own.</summary>
    public async Task AnsweredAsync(bool wasProbe, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _failuresInARow, 0);
        if (wasProbe)
        {
            await OpenAsync(cancellationToken);
        }
    }

    /// <summary>The turn to try is given back: there was nothing to write after all.</summary>
    public Task GiveBackAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return database.WriteAsync(
            db => db.CalendarStates.Where(s => s.CalendarKey == CalendarKeys.Central && s.WritesPausedBecause != null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.WritesPausedUntil, now), cancellationToken),
            cancellationToken);
    }

    /// <summary>Lets writes go on at once, whatever closed the gate.</summary>
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _closedUntilTicks, 0);
        return database.WriteAsync(
            db => db.CalendarStates.Where(s => s.CalendarKey == CalendarKeys.Central).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.WritesPausedUntil, (DateTimeOffset?)null).SetProperty(s => s.WritesPausedBecause, (string?)null),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>A write failed: closes the gate when that speaks for all of them.</summary>
    public async Task FailedAsync(CalendarException failure, bool wasProbe, CancellationToken cancellationToken)
    {
        var failures = Interlocked.Increment(ref _failuresInARow);
        var limitPause = settings.Google?.UsageLimitPause ?? UsualUsageLimitPause;
        if (CalendarBreaker.PauseAfter(failure, failures, Random.Shared.NextDouble(), limitPause) is not { } pause)
        {
            await AnsweredAsync(wasProbe, cancellationToken);
            return;
        }

        var until = clock.Now + pause;
        Volatile.Write(ref _closedUntilTicks, until.UtcTicks);
        try
        {
            await CloseAsync(failure, until, wasProbe, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // A sync met the calendar for the first time at the same instant: its row is there now.
            await CloseAsync(failure, until, wasProbe, cancellationToken);
        }
    }

    private Task CloseAsync(CalendarException failure, DateTimeOffset until, bool wasProbe, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await db.TakeTurnAsync(nameof(WriteGate), cancellationToken);
            var state = await db.CalendarStates.AsTracking().SingleOrDefaultAsync(s => s.CalendarKey == CalendarKeys.Central, cancellationToken)
                ?? db.CalendarStates.Add(new CalendarState { CalendarKey = CalendarKeys.Central, Source = directory.Central.Source }).Entity;
            if (wasProbe || !(state.WritesPausedUntil > until))
            {
                (state.WritesPausedUntil, state.WritesPausedBecause) = (until, failure.Message);
            }

            if (failure.Trouble == CalendarTrouble.TokenTrouble)
            {
                state.Trouble = failure.Trouble;
            }
        },
        cancellationToken);

    /// <summary>One write tries first; who takes the turn keeps it as long as a write can last.</summary>
    private async Task<int> TakeProbeAsync(DateTimeOffset seen, CancellationToken cancellationToken)
    {
        var until = clock.Now + OutboxRows.Lease;
        return await database.WriteAsync(
            db => db.CalendarStates.Where(s => s.CalendarKey == CalendarKeys.Central && s.WritesPausedUntil == seen)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.WritesPausedUntil, until), cancellationToken),
            cancellationToken);
    }
}
