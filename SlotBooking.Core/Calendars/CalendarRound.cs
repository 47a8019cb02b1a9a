using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>One reading of one calendar: what changed since the cursor and, once a day or when events are missing, all of it.</summary>
/// <remarks>A list is complete before any of it is applied. A crash between two steps leaves the mirror as it was before the last of them.</remarks>
internal sealed class CalendarRound(
    Database database,
    ICalendarProvider provider,
    CalendarRef calendar,
    IAppointmentTracker tracker,
    IReadOnlyList<IMirrorObserver> observers,
    SettingsStore settings,
    OfficeClock clock)
{
    private readonly IAppointmentInspection? _inspection = calendar.Key == CalendarKeys.Central ? tracker.Begin(provider, calendar) : null;

    /// <summary>True when the cursor was too old and the mirror had to be built anew.</summary>
    public bool Rebuilt { get; private set; }

    /// <summary>How many events the daily comparison found that the mirror had wrong.</summary>
    public int Healed { get; private set; }

    /// <summary>Reads and applies.</summary>
    /// <param name="before">What was known of the calendar.</param>
    /// <param name="again">Reads the state anew, after a step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SyncOutcome> RunAsync(CalendarState before, Func<Task<CalendarState>> again, CancellationToken cancellationToken)
    {
        var horizon = (await settings.ReadAsync(cancellationToken)).Horizon;
        var window = SyncWindow.At(clock, horizon);
        var goesOn = before.Source == calendar.Source && before.Cursor is not null;
        var listedOn = before.FullAt is { } full ? clock.WallClock(full).Day : (DateOnly?)null;
        var due = _inspection is not null && await _inspection.CheckDueAsync(cancellationToken);
        if (!goesOn)
        {
            return await StepAsync(before, null, window, compareWith: null, cancellationToken);
        }

        var outcome = await StepAsync(before, before.Cursor, window, compareWith: null, cancellationToken);
        if (outcome is SyncOutcome.Overtaken || Rebuilt || (listedOn == clock.Today && !due))
        {
            return outcome;
        }

        // What changed is known by now: what the whole list tells besides had got lost on the way.
        TimeRange? knownWindow = listedOn is { } day && day != clock.Today ? SyncWindow.On(day, clock, horizon) : null;
        var whole = await StepAsync(await again(), null, window, knownWindow, cancellationToken);
        return whole is SyncOutcome.Unchanged ? outcome : whole;
    }

    private async Task<SyncOutcome> StepAsync(
        CalendarState before, string? cursor, TimeRange window, TimeRange? compareWith, CancellationToken cancellationToken)
    {
        var began = clock.Now;
        var changes = await ReadAsync(cursor, window, cancellationToken);
        if (_inspection is not null)
        {
            await _inspection.CheckAsync(changes, window, began, cancellationToken);
        }

        return await database.WriteAsync(
            async db =>
            {
                var update = new MirrorUpdate(db, calendar, observers, clock) { CompareWith = compareWith };
                var outcome = await update.ApplyAsync(changes, window, before.TriedAt, cancellationToken);
                if (_inspection is not null && update.Change is { } change)
                {
                    await _inspection.ApplyAsync(db, changes, change, cancellationToken);
                }

                Healed = update.Found;
                return outcome;
            },
            cancellationToken);
    }

    private async Task<CalendarChanges> ReadAsync(string? cursor, TimeRange window, CancellationToken cancellationToken)
    {
        try
        {
            return await provider.ReadChangesAsync(calendar, cursor, window, cancellationToken);
        }
        catch (CalendarException exception) when (exception.Trouble == CalendarTrouble.CursorGone && cursor is not null)
        {
            Rebuilt = true;
            return await provider.ReadChangesAsync(calendar, null, window, cancellationToken);
        }
    }
}
