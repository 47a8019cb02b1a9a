using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Events;
using SlotBooking.Core.Metrics;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>An agent's attendance rate beside the team's, for a period. It follows what happens, a few seconds later and not with every event.</summary>
public sealed partial class RateLine
{
    private (DateOnly From, DateOnly To, Guid? Agent)? _shown;
    private Actor _actor = Actor.System;
    private Attendance? _attendance;
    private string? _failed;

    /// <summary>The first day.</summary>
    [Parameter, EditorRequired]
    public DateOnly From { get; set; }

    /// <summary>The last day, included.</summary>
    [Parameter, EditorRequired]
    public DateOnly To { get; set; }

    /// <summary>Whose rate stands beside the team's; null for nobody's.</summary>
    [Parameter]
    public Guid? AgentId { get; set; }

    /// <inheritdoc />
    protected override TimeSpan Moment { get; } = TimeSpan.FromSeconds(10);

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private AttendanceReader Reader { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private ILogger<RateLine> Logger { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => told.Day >= From && told.Day <= To;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        Listen();
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

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var asked = _shown;
        try
        {
            var attendance = await Reader.ReadAsync(_actor, From, To, AgentId, Closed);
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
