using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Keeps the mirrors young while the program serves: all calendars in turn, a local one at once when it was edited.</summary>
/// <remarks>It goes on after any failure; the pause varies by a tenth, so that several nodes do not fall into step.</remarks>
public sealed partial class CalendarSyncLoop(
    CalendarSyncService sync, CalendarSettings settings, PushedCalendars pushed, LiveFeed feed, TimeProvider time, ILogger<CalendarSyncLoop> logger) : BackgroundService
{
    private const double Jitter = 0.1;
    private static readonly TimeSpan Company = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentDictionary<string, byte> _edited = new(StringComparer.Ordinal);
    private readonly Bell _bell = new();

    /// <inheritdoc />
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var subscription = feed.Subscribe(Note);
        void Ring(object? sender, EventArgs rung) => _bell.Ring();
        pushed.Rung += Ring;
        using var unsubscribe = stoppingToken.Register(() => pushed.Rung -= Ring);
        var (next, lookAgain) = (time.GetUtcNow(), DateTimeOffset.MaxValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SyncEditedAsync(stoppingToken);
                await SyncPushedAsync(stoppingToken);
                if (time.GetUtcNow() >= lookAgain && time.GetUtcNow() < next)
                {
                    await sync.SyncDueAsync(settings.SyncInterval, stoppingToken);
                    lookAgain = await LookAgainAtAsync(stoppingToken);
                }

                if (time.GetUtcNow() >= next)
                {
                    // What another node has just read is left out.
                    await sync.SyncDueAsync(settings.SyncInterval * (1 - (2 * Jitter)), stoppingToken);
                    next = time.GetUtcNow() + (settings.SyncInterval * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())));
                    lookAgain = await LookAgainAtAsync(stoppingToken);
                }

                await WaitAsync((lookAgain < next ? lookAgain : next) - time.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                next = time.GetUtcNow() + settings.SyncInterval;
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        foreach (var item in events)
        {
            if (item.Kind == EventKinds.LocalEdited && CalendarEvents.CalendarOf(item.Detail) is { } key)
            {
                _edited[key] = 0;
                _bell.Ring();
            }
        }
    }

    /// <summary>When something that was missing is looked for again; a failing look is not repeated at once.</summary>
    private async Task<DateTimeOffset> LookAgainAtAsync(CancellationToken stoppingToken)
    {
        var soonest = time.GetUtcNow() + TimeSpan.FromSeconds(5);
        return await sync.LookAgainAtAsync(stoppingToken) is { } at ? (at < soonest ? soonest : at) : DateTimeOffset.MaxValue;
    }

    /// <summary>Pushes of the same change come close together: they are read together.</summary>
    private async Task SyncPushedAsync(CancellationToken stoppingToken)
    {
        if (pushed.IsWaiting)
        {
            await Task.Delay(Company, time, stoppingToken);
            await sync.SyncPushedAsync(pushed.Take(), stoppingToken);
        }
    }

    private async Task SyncEditedAsync(CancellationToken stoppingToken)
    {
        foreach (var key in _edited.Keys)
        {
            _edited.TryRemove(key, out _);
            await sync.SyncLocalAsync(key, stoppingToken);
        }
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        if (pause > TimeSpan.Zero)
        {
            await _bell.WaitAsync(pause, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The calendar loop was interrupted; it goes on")]
    private partial void LogInterrupted(Exception exception);
}
