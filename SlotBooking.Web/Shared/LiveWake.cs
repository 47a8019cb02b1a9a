using SlotBooking.Core.Events;

namespace SlotBooking.Web.Shared;

/// <summary>Wakes an open page a moment after something changed that concerns it, once for many changes.</summary>
internal sealed class LiveWake : IDisposable
{
    private readonly ITimer _wake;
    private readonly IDisposable _subscription;
    private readonly Func<OfficeEvent, bool> _concerns;
    private readonly TimeSpan _moment;
    private int _woken;

    /// <param name="feed">What is listened to.</param>
    /// <param name="time">Measures the moment.</param>
    /// <param name="moment">How long more changes are gathered after the first one.</param>
    /// <param name="concerns">Which events are a reason; asked on the thread of whoever wrote them.</param>
    /// <param name="wake">Called on a thread of the pool.</param>
    public LiveWake(LiveFeed feed, TimeProvider time, TimeSpan moment, Func<OfficeEvent, bool> concerns, Action wake)
    {
        (_concerns, _moment) = (concerns, moment);
        _wake = time.CreateTimer(
            _ =>
            {
                Volatile.Write(ref _woken, 0);
                wake();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _subscription = feed.Subscribe(OnEvents);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription.Dispose();
        _wake.Dispose();
    }

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(_concerns) && Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _wake.Change(_moment, Timeout.InfiniteTimeSpan);
        }
    }
}
