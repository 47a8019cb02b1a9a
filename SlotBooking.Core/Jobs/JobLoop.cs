using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlotBooking.Core.Jobs;

/// <summary>Asks at the start and once a minute which windows are due and not done, and takes them. Each job has a loop of its own, so that a slow one delays no other.</summary>
public sealed partial class JobLoop(IEnumerable<IJob> jobs, JobLedger ledger, JobRunner runner, TimeProvider time, ILogger<JobLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Runs what is due of one job now, oldest first.</summary>
    public async Task RunDueAsync(IJob job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await ledger.ReadSinceAsync(job.Name, DueWindows.NeededSince(job, now), cancellationToken);
        foreach (var window in DueWindows.Of(job, rows, now))
        {
            await runner.RunAsync(job, window, cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(jobs.Select(job => LoopAsync(job, stoppingToken)));
    }

    private async Task LoopAsync(IJob job, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(job, stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The ledger could not be read or written: the database is away. The windows stay due.
                LogInterrupted(exception, job.Name);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The ledger could not be asked about job {Job}; it is asked again in a minute")]
    private partial void LogInterrupted(Exception exception, string job);
}
