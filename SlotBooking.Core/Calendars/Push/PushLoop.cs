using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Sees about once a minute whether a push channel has to be opened or closed; where no pushes are wanted, only the latter.</summary>
public sealed partial class PushLoop(AbandonedChannels abandoned, TimeProvider time, ILogger<PushLoop> logger, PushChannels? channels = null) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // The first look soon, but not at once: what is new in the directory gets its row from the sync first.
            await Task.Delay(Glance * (0.1 + (0.2 * Random.Shared.NextDouble())), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (channels is not null)
                {
                    await channels.RenewAsync(stoppingToken);
                }

                await abandoned.CloseAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
            }

            await Task.Delay(Glance * (0.7 + (0.2 * Random.Shared.NextDouble())), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Seeing after push channels was interrupted; it goes on")]
    private partial void LogInterrupted(Exception exception);
}
