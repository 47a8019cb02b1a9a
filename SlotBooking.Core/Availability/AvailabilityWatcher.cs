using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Works out readiness at once when a consultant's calendar, a setting or a block changed, and when a new day begins.</summary>
/// <remarks>What comes together is worked out together. A failure is tried again; the hourly job is behind it.</remarks>
public sealed partial class AvailabilityWatcher(
    AvailabilityService availability, LiveFeed feed, OfficeClock clock, TimeProvider time, ILogger<AvailabilityWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Bell _bell = new();
    private HashSet<Guid> _consultants = [];
    private bool _all;

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
        var day = DateOnly.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _bell.WaitAsync(day == clock.Today ? Glance : TimeSpan.Zero, stoppingToken);
                await Task.Delay(Gather, time, stoppingToken);
                var today = clock.Today;
                await ComputeAsync(isNewDay: day != today, stoppingToken);
                day = today;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                MarkAll();
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ComputeAsync(bool isNewDay, CancellationToken stoppingToken)
    {
        var (all, consultants) = Take();
        if (all || isNewDay)
        {
            await availability.ComputeAsync(stoppingToken);
        }
        else if (consultants.Count > 0)
        {
            await availability.ComputeAsync(consultants, stoppingToken);
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        foreach (var item in events)
        {
            if (item.Kind == EventKinds.ConsultantCalendarChanged && CalendarEvents.ConsultantOf(item.Detail) is { } consultant)
            {
                lock (_lock)
                {
                    _consultants.Add(consultant);
                }

                _bell.Ring();
            }
            else if (item.Kind is EventKinds.SettingChanged or EventKinds.BlockChanged or EventKinds.CalendarState)
            {
                MarkAll();
            }
        }
    }

    private void MarkAll()
    {
        lock (_lock)
        {
            _all = true;
        }

        _bell.Ring();
    }

    private (bool All, IReadOnlyCollection<Guid> Consultants) Take()
    {
        lock (_lock)
        {
            var taken = (_all, _consultants);
            (_all, _consultants) = (false, []);
            return taken;
        }
    }

    [LoggerMessage(LogLevel.Error, "Working out readiness was interrupted; it is tried again")]
    private partial void LogInterrupted(Exception exception);
}
