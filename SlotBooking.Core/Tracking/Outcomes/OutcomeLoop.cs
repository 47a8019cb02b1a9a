using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Live;

namespace SlotBooking.Core.Tracking.Outcomes;

/// <summary>Reads outcomes while the program serves: at once when marks changed, and twice a minute what became due.</summary>
public sealed partial class OutcomeLoop(OutcomeReader reader, LiveFeed feed, ILogger<OutcomeLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);
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
                await TryReadAsync(stoppingToken);
                await _bell.WaitAsync(Tick, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TryReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reader.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            LogInterrupted(exception);
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(told => told.Kind == EventKinds.MarksChanged))
        {
            _bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading outcomes was interrupted; it goes on")]
    private partial void LogInterrupted(Exception exception);
}
