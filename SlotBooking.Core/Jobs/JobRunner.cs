using Microsoft.Extensions.Logging;

namespace SlotBooking.Core.Jobs;

/// <summary>How a run ended, as far as the ledger is concerned.</summary>
public abstract record JobRun
{
    private JobRun()
    {
    }

    /// <summary>It ran to its end, and the ledger says so.</summary>
    public sealed record Finished(JobReport Report) : JobRun;

    /// <summary>Somebody else has the window, or it was done already; nothing ran.</summary>
    public sealed record NotTaken : JobRun;

    /// <summary>The window was taken over while this runner was at it; its result does not count.</summary>
    public sealed record TakenOver : JobRun;
}

/// <summary>Runs one window of one job: takes it, keeps the lease while the job works, writes how it ended.</summary>
public sealed partial class JobRunner(JobLedger ledger, JobLease lease, TimeProvider time, ILogger<JobRunner> logger)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Runs the window unless somebody else has it.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop; the window stays to be taken over.</exception>
    public async Task<JobRun> RunAsync(IJob job, DateTimeOffset window, CancellationToken cancellationToken)
    {
        if (await ledger.ClaimAsync(job.Name, window, cancellationToken) is not { } claim)
        {
            return new JobRun.NotTaken();
        }

        LogBegun(job.Name, window);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var renewal = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = KeepLeaseAsync(claim, work, renewal.Token);
        try
        {
            var report = await WorkAsync(job, window, work.Token);
            if (!await ledger.FinishAsync(claim, report, CancellationToken.None))
            {
                LogTakenOver(job.Name, window);
                return new JobRun.TakenOver();
            }

            LogEnded(job.Name, window, report is JobReport.Done, report.Text);
            return new JobRun.Finished(report);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTakenOver(job.Name, window);
            return new JobRun.TakenOver();
        }
        catch (OperationCanceledException)
        {
            using var farewell = new CancellationTokenSource(Farewell, time);
            await ledger.ReleaseAsync(claim, farewell.Token);
            throw;
        }
        finally
        {
            await renewal.CancelAsync();
            await renewing;
        }
    }

    private async Task<JobReport> WorkAsync(IJob job, DateTimeOffset window, CancellationToken cancellationToken)
    {
        try
        {
            return await job.RunAsync(window, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogBroken(exception, job.Name, window);
            return new JobReport.Failed($"Abgebrochen mit einem unerwarteten Fehler ({exception.GetType().Name}). Einzelheiten stehen im Protokoll des Programms.");
        }
    }

    /// <summary>Renews until told to stop. When the window is lost it stops the work.</summary>
    private async Task KeepLeaseAsync(JobClaim claim, CancellationTokenSource work, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(lease.Length / 3, time, cancellationToken);
                if (!await TryRenewAsync(claim, cancellationToken))
                {
                    await work.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The work has ended.
        }
    }

    /// <summary>A database that does not answer is no proof that the window is lost: the result's own condition decides in the end.</summary>
    private async Task<bool> TryRenewAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.RenewAsync(claim, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRenewed(exception, claim.Job, claim.Window);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Job {Job} began window {Window:u}")]
    private partial void LogBegun(string job, DateTimeOffset window);

    [LoggerMessage(LogLevel.Information, "Job {Job} ended window {Window:u}, done: {Done}. {Report}")]
    private partial void LogEnded(string job, DateTimeOffset window, bool done, string report);

    [LoggerMessage(LogLevel.Warning, "Job {Job} lost window {Window:u} to another runner; its result does not count")]
    private partial void LogTakenOver(string job, DateTimeOffset window);

    [LoggerMessage(LogLevel.Error, "Job {Job} broke in window {Window:u}")]
    private partial void LogBroken(Exception exception, string job, DateTimeOffset window);

    [LoggerMessage(LogLevel.Warning, "The lease of job {Job}, window {Window:u}, could not be renewed yet")]
    private partial void LogNotRenewed(Exception exception, string job, DateTimeOffset window);
}
