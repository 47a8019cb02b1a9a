using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Bookings;

/// <summary>Keeps the picture of the plan that all open pages of this node draw. A changed day is read and drawn once, however many watch it.</summary>
/// <remarks>
/// Events only mark days and wake a worker; the worker waits a moment for company, reads what is marked and tells the pages, which set a flag
/// and render by themselves. Once a minute everything is looked at anew, because time passes and knowledge ages without any event. Thread-safe.
/// </remarks>
public sealed partial class PlanCache : BackgroundService
{
    private static readonly TimeSpan Company = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private readonly PlanPainter _painter;
    private readonly TimeProvider _time;
    private readonly ILogger<PlanCache> _logger;
    private readonly IDisposable _subscription;
    private readonly Lock _lock = new();
    private readonly Bell _bell = new();
    private readonly SemaphoreSlim _painting = new(1, 1);
    private PlanDirt _dirt = new();
    private PlanSnapshot _current = PlanSnapshot.Empty;
    private ImmutableArray<Action<PlanChange>> _listeners = [];

    /// <summary>Begins to listen to the feed; nothing is read before somebody asks.</summary>
    public PlanCache(PlanPainter painter, LiveFeed feed, TimeProvider time, ILogger<PlanCache> logger)
    {
        (_painter, _time, _logger) = (painter, time, logger);
        _subscription = feed.Subscribe(OnEvents);
    }

    /// <summary>How many pages listen; for tests that look for leaks.</summary>
    public int Listeners => _listeners.Length;

    /// <summary>The last picture, without looking whether anything changed since; what pages draw when they are told of a change.</summary>
    public PlanSnapshot Latest => Volatile.Read(ref _current);

    /// <summary>The picture, brought up to date if anything is known to have changed.</summary>
    public async Task<PlanSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        return Latest;
    }

    /// <summary>One day's board, also of days outside the picture (long past, or beyond the horizon).</summary>
    public async Task<DayBoard> GetDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var plan = await GetAsync(cancellationToken);
        return plan.Days.TryGetValue(day, out var board) ? board : await _painter.DayAsync(day, cancellationToken);
    }

    /// <summary>Is told after each change of the picture, on the worker's thread: set a flag and return. Ends when disposed.</summary>
    public IDisposable Subscribe(Action<PlanChange> onChange)
    {
        ImmutableInterlocked.Update(ref _listeners, static (list, item) => list.Add(item), onChange);
        return new Subscription(this, onChange);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _subscription.Dispose();
        _bell.Dispose();
        _painting.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _bell.WaitAsync(Tick, stoppingToken))
                {
                    await Task.Delay(Company, _time, stoppingToken);
                }
                else
                {
                    Mark(static dirt => dirt.MarkEverything());
                }

                if (!_listeners.IsEmpty)
                {
                    await RefreshAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogRefreshFailed(exception);
                await Task.Delay(AfterFailure, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _bell.Ring();
            }
        }
    }

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        var isNews = !_listeners.IsEmpty;
        Mark(dirt =>
        {
            foreach (var told in events)
            {
                dirt.Mark(told, isNews);
            }
        });
        _bell.Ring();
    }

    private void Mark(Action<PlanDirt> mark)
    {
        lock (_lock)
        {
            mark(_dirt);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // While somebody paints, the sheet is clean but the picture is still the old one.
            if (_dirt.IsClean && _painting.CurrentCount > 0)
            {
                return;
            }
        }

        await _painting.WaitAsync(cancellationToken);
        try
        {
            PlanDirt dirt;
            lock (_lock)
            {
                (dirt, _dirt) = (_dirt, PlanDirt.Clean());
            }

            if (dirt.IsClean)
            {
                return;
            }

            try
            {
                var (next, change) = await _painter.PaintAsync(Latest, dirt, cancellationToken);
                Volatile.Write(ref _current, next);
                Tell(change);
            }
            catch
            {
                lock (_lock)
                {
                    _dirt.TakeBack(dirt);
                }

                throw;
            }
        }
        finally
        {
            _painting.Release();
        }
    }

    private void Tell(PlanChange change)
    {
        if (change is { Days.Count: 0, News.Count: 0, Agents.Count: 0 })
        {
            return;
        }

        foreach (var listener in _listeners)
        {
            try
            {
                listener(change);
            }
            catch (Exception exception)
            {
                LogListenerFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The plan could not be read; open pages keep what they show")]
    private partial void LogRefreshFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "A page that listens to the plan failed")]
    private partial void LogListenerFailed(Exception exception);

    private sealed class Subscription(PlanCache cache, Action<PlanChange> listener) : IDisposable
    {
        public void Dispose() =>
            ImmutableInterlocked.Update(ref cache._listeners, static (list, item) => list.Remove(item), listener);
    }
}
