using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Web.Features.Customers;

/// <content>How an open profile hears of changes made elsewhere: it notes them and is read once, a moment later.</content>
public sealed partial class CustomersPage
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
        _wake = Time.CreateTimer(static page => ((CustomersPage)page!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = Feed.Subscribe(OnEvents);
    }

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (_profile is { } profile && events.Any(told => Concerns(told, profile)) && Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _wake?.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }

    private static bool Concerns(OfficeEvent told, CustomerProfile shown) =>
        CustomerEvents.Concerns(told, shown.Customer.Id) || (told.BookingId is { } booking && shown.Appointments.Any(a => a.Id == booking));

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
