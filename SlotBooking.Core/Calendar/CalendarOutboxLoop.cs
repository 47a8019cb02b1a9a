using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Calendar;

/// <summary>Runs the outbox while the program serves: at once when a booking changed, and every few seconds for what had to wait.</summary>
public sealed partial class CalendarOutboxLoop(CalendarOutbox outbox, LiveFeed feed, TimeProvider time, ILogger<CalendarOutboxLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private readonly Bell _bell = new();

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
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.RunAsync(stoppingToken);
                await _bell.WaitAsync(Glance, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                await Task.Delay(Glance, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(OutboxIntake.Concerns))
        {
            _bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Error, "The calendar outbox was interrupted; it goes on")]
    private partial void LogInterrupted(Exception exception);
}
