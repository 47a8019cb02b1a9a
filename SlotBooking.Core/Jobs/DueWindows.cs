namespace SlotBooking.Core.Jobs;

/// <summary>Which windows somebody should take now. Pure: the ledger and the time come in as values.</summary>
public static class DueWindows
{
    /// <summary>How far back missed windows are caught up.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>From when on the ledger has to be known to say what is due: where only the newest window counts, its beginning.</summary>
    public static DateTimeOffset NeededSince(IJob job, DateTimeOffset now) =>
        job.CatchUp == CatchUp.NewestOnly ? job.Schedule.Newest(now) ?? now : DateTimeOffset.UnixEpoch;

    /// <summary>The windows that may be begun now, oldest first.</summary>
    public static IReadOnlyList<DateTimeOffset> Of(IJob job, IReadOnlyCollection<JobWindow> ledger, DateTimeOffset now)
    {
        var rows = ledger.ToDictionary(row => row.Window);
        return [.. Wanted(job, ledger, now).Where(window => MayBegin(rows.GetValueOrDefault(window), now))];
    }

    /// <summary>The windows that are not done although their time has come, whether or not somebody works on them.</summary>
    public static IReadOnlyList<DateTimeOffset> Missing(IJob job, IReadOnlyCollection<JobWindow> ledger, DateTimeOffset now)
    {
        var done = ledger.Where(row => row.State == JobState.Done).Select(row => row.Window).ToHashSet();
        if (job.CatchUp == CatchUp.NewestOnly && done.Count > 0)
        {
            return [.. job.Schedule.Between(Latest(done.Max(), now - Memory), now)];
        }

        return [.. Wanted(job, ledger, now).Where(window => !done.Contains(window))];
    }

    /// <summary>How long a window that failed is left alone: a minute, then twice as long each time, an hour at most.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts > 6 ? LongestPause : FirstPause * Math.Pow(2, Math.Max(0, attempts - 1));

    /// <summary>An empty ledger belongs to a new installation: nothing was missed before it.</summary>
    private static IEnumerable<DateTimeOffset> Wanted(IJob job, IReadOnlyCollection<JobWindow> ledger, DateTimeOffset now)
    {
        if (job.Schedule.Newest(now) is not { } newest)
        {
            return [];
        }

        if (job.CatchUp == CatchUp.NewestOnly || ledger.Count == 0)
        {
            // A run by hand after the window began has done the window's work too.
            var covered = job.CatchUp == CatchUp.NewestOnly && ledger.Any(row => row.State == JobState.Done && row.Window >= newest);
            return covered ? [] : [newest];
        }

        var begin = Latest(ledger.Min(row => row.Window), now - Memory);
        return job.Schedule.Between(begin.AddTicks(-1), now);
    }

    private static bool MayBegin(JobWindow? row, DateTimeOffset now) => row switch
    {
        null => true,
        { State: JobState.Done } => false,
        { State: JobState.Running } => row.LeaseUntil <= now,
        _ => (row.FinishedAt ?? row.StartedAt) + PauseAfter(row.Attempts) <= now,
    };

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
