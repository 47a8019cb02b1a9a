using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>Plays the game while the program serves: a moment after something happened, and now and then for what was not heard of.</summary>
public sealed partial class GameLoop(GameReader reader, LiveFeed feed, TimeProvider time, ILogger<GameLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(30);

    /// <summary>Bookings that come in quick succession are counted together, and never between two of them.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(150);

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
                await reader.RunAsync(stoppingToken);
                await _bell.WaitAsync(Glance, stoppingToken);
                await Task.Delay(Breath, time, stoppingToken);
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

    /// <summary>Runs on the writer's thread: kinds are compared, details are not read.</summary>
    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(told => FactReader.MayMatter(told.Kind)))
        {
            _bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Error, "The game was interrupted; it goes on from where it stood")]
    private partial void LogInterrupted(Exception exception);
}
