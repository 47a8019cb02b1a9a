using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking.Metrics;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>An agent's attendance rate beside the team's, for a period. It follows what happens, a few seconds later and not with every event.</summary>
public sealed partial class RateLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _closed = new();
    private (DateOnly From, DateOnly To, Guid? Agent)? _shown;
    private Actor _actor = Actor.System;
    private Attendance? _attendance;
    private IDisposable? _subscription;
    private ITimer? _wake;
    private string? _failed;
    private int _woken;

    /// <summary>The first day.</summary>
    [Parameter, EditorRequired]
    public DateOnly From { get; set; }

    /// <summary>The last day, included.</summary>
    [Parameter, EditorRequired]
    public DateOnly To { get; set; }

    /// <summary>Whose rate stands beside the team's; null for nobody's.</summary>
    [Parameter]
    public Guid? AgentId { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private AttendanceReader Reader { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<RateLine> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _wake?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        _wake = Time.CreateTimer(static line => ((RateLine)line!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = Feed.Subscribe(events =>
        {
            if (events.Any(told => told.Day >= From && told.Day <= To) && Interlocked.Exchange(ref _woken, 1) == 0)
            {
                _wake?.Change(Patience, Timeout.InfiniteTimeSpan);
            }
        });
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (From, To, AgentId))
        {
            _shown = (From, To, AgentId);
            await LoadAsync();
        }
    }

    private void Wake() => _ = WakeAsync();

    private async Task WakeAsync()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                Volatile.Write(ref _woken, 0);
                await LoadAsync();
                StateHasChanged();
            });
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
    }

    private async Task LoadAsync()
    {
        var asked = _shown;
        try
        {
            var attendance = await Reader.ReadAsync(_actor, From, To, AgentId, _closed.Token);
            if (asked == _shown)
            {
                (_attendance, _failed) = (attendance, null);
            }
        }
        catch (OperationCanceledException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            (_attendance, _failed) = (null, ErrorIds.Next());
            LogFailed(Logger, exception, _failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading an attendance rate failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
