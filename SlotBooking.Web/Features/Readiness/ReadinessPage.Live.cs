using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Web.Features.Readiness;

/// <content>How the page hears of changes made elsewhere: it notes them and draws once, a moment later.</content>
public sealed partial class ReadinessPage
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private IDisposable? _subscription;
    private ITimer? _wake;
    private int _woken;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private void Listen()
    {
        _wake = Time.CreateTimer(static page => ((ReadinessPage)page!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = Feed.Subscribe(OnEvents);
    }

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        foreach (var item in events)
        {
            if (Concerns(item) && Interlocked.Exchange(ref _woken, 1) == 0)
            {
                _wake?.Change(Moment, Timeout.InfiniteTimeSpan);
                return;
            }
        }
    }

    private bool Concerns(OfficeEvent item) => item.Day is { } day
        ? IsShown(day) || (item.OtherDay is { } other && IsShown(other))
        : item.Kind is EventKinds.BlockChanged or EventKinds.SettingChanged or EventKinds.CalendarState;

    private bool IsShown(DateOnly day) => day >= _shown.Monday && day <= _shown.Monday.AddDays(6);

    private void Wake() => _ = InvokeAsync(async () =>
    {
        Volatile.Write(ref _woken, 0);
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
