using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Admin;

/// <summary>How the calendars stand, what waits to be written, and what an admin can do about it.</summary>
/// <remarks>
/// Shows what this database knows and never waits for a calendar: what is asked of one runs beside the page, says since when it
/// runs, and goes on when the page is left.
/// </remarks>
public sealed partial class CalendarPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Func<Task> _syncAll;
    private readonly Func<Task> _check;
    private readonly EventCallback<CalendarRef> _resync;
    private readonly EventCallback<Guid?> _retry;
    private CalendarOverview? _overview;
    private IReadOnlyList<CalendarChecked>? _found;
    private (string What, DateTimeOffset Since)? _running;
    private DeskResult? _answer;
    private Actor? _actor;
    private int _isRefreshing;

    public CalendarPage()
    {
        _syncAll = () => RunAsync(T["Abgleich"], () => Desk.SyncAsync(null, _actor!, CancellationToken.None));
        _check = () => RunAsync(T["Vergleich"], CheckAsync);
        _resync = EventCallback.Factory.Create<CalendarRef>(
            this, calendar => RunAsync(T["{0} wird neu eingelesen", calendar.Name], () => Desk.ResyncAsync(calendar.Key, _actor!, CancellationToken.None)));
        _retry = EventCallback.Factory.Create<Guid?>(
            this, booking => RunAsync(T["Neuer Versuch"], () => Desk.RetryAsync(booking, _actor!, CancellationToken.None)));
    }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CalendarOverviewReader Reader { get; set; } = default!;

    [Inject]
    private CalendarDesk Desk { get; set; } = default!;

    [Inject]
    private CalendarCheck Check { get; set; } = default!;

    [Inject]
    private CalendarHealth Health { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private bool IsBusy => _running is not null;

    /// <inheritdoc />
    public void Dispose()
    {
        Health.Changed -= OnChanged;
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        Health.Changed += OnChanged;
        _overview = await Reader.ReadAsync(_closed.Token);
    }

    private static string Iso(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private async Task RunAsync(string what, Func<Task<DeskResult>> work)
    {
        if (IsBusy)
        {
            return;
        }

        _running = (what, Clock.Now);
        _answer = null;
        StateHasChanged();
        try
        {
            _answer = await Task.Run(work);
            _overview = await Reader.ReadAsync(_closed.Token);
        }
        catch (Exception exception) when (_closed.IsCancellationRequested && exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left; the work went on without it.
        }
        finally
        {
            _running = null;
        }
    }

    private async Task<DeskResult> CheckAsync()
    {
        _found = await Check.RunAsync(_closed.Token);
        var unread = _found.Count(c => c.Error is not null);
        var differences = _found.Sum(c => c.Differences.Count);
        return (unread, differences) switch
        {
            (0, 0) => new DeskResult(true, T["Datenbank und Kalender stimmen überein."]),
            (0, _) => new DeskResult(false, differences == 1 ? T["1 Unterschied gefunden. Geändert wurde nichts."] : T["{0} Unterschiede gefunden. Geändert wurde nichts.", differences]),
            _ => new DeskResult(false, unread == 1 ? T["1 Kalender war nicht zu lesen."] : T["{0} Kalender waren nicht zu lesen.", unread]),
        };
    }

    /// <summary>Only queues, and at most one reading at a time: the one who refreshes does not wait for the page.</summary>
    private void OnChanged(object? sender, EventArgs change)
    {
        if (Interlocked.Exchange(ref _isRefreshing, 1) == 0)
        {
            _ = InvokeAsync(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        Volatile.Write(ref _isRefreshing, 0);
        try
        {
            _overview = await Reader.ReadAsync(_closed.Token);
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
    }
}
