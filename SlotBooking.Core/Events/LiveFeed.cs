using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace SlotBooking.Core.Events;

/// <summary>Tells the open pages of this node that something changed: which days, by whom; never what it looks like now.</summary>
/// <remarks>
/// Listeners must set a flag and return: they are called on the writer's thread, one after another, and a booking waits for them.
/// An event may be told twice (by its writer, and by the watcher that reads the log): listeners end up right.
/// A listener that fails is logged and harms nobody.
/// Thread-safe.
/// </remarks>
public sealed partial class LiveFeed(ILogger<LiveFeed> logger)
{
    private const int Remembered = 4096;
    private readonly Lock _memory = new();
    private readonly HashSet<long> _told = [];
    private readonly Queue<long> _toldInOrder = new();
    private ImmutableArray<Action<IReadOnlyList<OfficeEvent>>> _listeners = [];

    /// <summary>How many listen; for tests that look for leaks and for the metrics.</summary>
    public int Listeners => _listeners.Length;

    /// <summary>Listens until the answer is disposed.</summary>
    public IDisposable Subscribe(Action<IReadOnlyList<OfficeEvent>> onEvents)
    {
        ImmutableInterlocked.Update(ref _listeners, static (list, item) => list.Add(item), onEvents);
        return new Subscription(this, onEvents);
    }

    /// <summary>Tells what this process has just committed.</summary>
    public void Publish(IReadOnlyList<OfficeEvent> events)
    {
        NewOnes(events);
        Tell(events);
    }

    /// <summary>Tells what was found in the log, leaving out what this process has told already.</summary>
    public void PublishFromLog(IReadOnlyList<OfficeEvent> events)
    {
        if (NewOnes(events) is { Count: > 0 } unheard)
        {
            Tell(unheard);
        }
    }

    private List<OfficeEvent> NewOnes(IReadOnlyList<OfficeEvent> events)
    {
        var unheard = new List<OfficeEvent>(events.Count);
        lock (_memory)
        {
            foreach (var item in events)
            {
                if (_told.Add(item.Sequence))
                {
                    _toldInOrder.Enqueue(item.Sequence);
                    unheard.Add(item);
                }
            }

            while (_toldInOrder.Count > Remembered)
            {
                _told.Remove(_toldInOrder.Dequeue());
            }
        }

        return unheard;
    }

    private void Tell(IReadOnlyList<OfficeEvent> events)
    {
        foreach (var listener in _listeners)
        {
            try
            {
                listener(events);
            }
            catch (Exception exception)
            {
                // A page that fails must not fail the booking that told it.
                LogListenerFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener of the live feed failed")]
    private partial void LogListenerFailed(Exception exception);

    private sealed class Subscription(LiveFeed feed, Action<IReadOnlyList<OfficeEvent>> listener) : IDisposable
    {
        public void Dispose() =>
            ImmutableInterlocked.Update(ref feed._listeners, static (list, item) => list.Remove(item), listener);
    }
}
