using SlotBooking.Core.Achievements.News;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Web.Features.Game;

/// <summary>Wakes an open page of the game a moment after numbers changed, once for many changes.</summary>
internal sealed class GameLive : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private readonly ITimer _wake;
    private readonly IDisposable _subscription;
    private readonly Guid? _account;
    private int _woken;

    /// <param name="feed">What is listened to.</param>
    /// <param name="time">Measures the moment.</param>
    /// <param name="account">Whose numbers matter; null for everybody's.</param>
    /// <param name="wake">Called on a thread of the pool.</param>
    public GameLive(LiveFeed feed, TimeProvider time, Guid? account, Action wake)
    {
        _account = account;
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
        if (events.Any(told => _account is { } account ? GameEvents.Concerns(told, account) : GameEvents.Concerns(told)) && Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _wake.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }
}
