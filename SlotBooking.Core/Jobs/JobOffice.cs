namespace SlotBooking.Core.Jobs;

/// <summary>How a job stands, for lists.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Title">The German name.</param>
/// <param name="State">The newest row's state; null when it never ran.</param>
/// <param name="IsAbandoned">The newest row is running, but its runner gave no sign: it will be taken over.</param>
/// <param name="LastSuccess">When a window was last done, UTC.</param>
/// <param name="Next">When the next window begins.</param>
/// <param name="Missing">Windows whose time has come and that are not done.</param>
/// <param name="Report">What the newest row says.</param>
public sealed record JobStanding(
    string Name, string Title, JobState? State, bool IsAbandoned, DateTimeOffset? LastSuccess, DateTimeOffset Next, int Missing, string? Report);

/// <summary>Lists the jobs and runs one by hand, from a page or a shell.</summary>
public sealed class JobOffice(IEnumerable<IJob> jobs, JobLedger ledger, JobRunner runner, TimeProvider time)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);

    /// <summary>The names, in the order of registration.</summary>
    public IReadOnlyList<string> Names => [.. jobs.Select(job => job.Name)];

    /// <summary>How each job stands.</summary>
    public async Task<IReadOnlyList<JobStanding>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var standings = new List<JobStanding>();
        foreach (var job in jobs)
        {
            standings.Add(Standing(job, await ledger.ReadAsync(job.Name, cancellationToken), now));
        }

        return standings;
    }

    /// <summary>Runs a job now: its newest window if that is not done, else a window of its own that begins now. Waits for another runner of the same job.</summary>
    /// <returns>How it ended; null when there is no such job.</returns>
    public async Task<JobReport?> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        if (jobs.SingleOrDefault(job => string.Equals(job.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } job)
        {
            return null;
        }

        while (true)
        {
            if (await runner.RunAsync(job, await WindowAsync(job, cancellationToken), cancellationToken) is JobRun.Finished(var report))
            {
                return report;
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    private async Task<DateTimeOffset> WindowAsync(IJob job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ledgerRows = await ledger.ReadAsync(job.Name, cancellationToken);
        return DueWindows.Missing(job, ledgerRows, now) is [.., var newest]
            ? newest
            : new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero); // PostgreSQL keeps microseconds
    }

    private static JobStanding Standing(IJob job, IReadOnlyList<JobWindow> rows, DateTimeOffset now)
    {
        var newest = rows.Count > 0 ? rows[^1] : null;
        return new JobStanding(
            job.Name,
            job.Title,
            newest?.State,
            newest is { State: JobState.Running } && newest.LeaseUntil <= now,
            rows.Where(row => row.State == JobState.Done).Max(row => row.FinishedAt),
            job.Schedule.After(now).First(),
            DueWindows.Missing(job, rows, now).Count,
            newest?.Report);
    }
}
