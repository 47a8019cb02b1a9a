using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Jobs;

/// <summary>One taken window. The runner's name is made anew for each claim, so that it also tells two attempts apart.</summary>
/// <param name="Job">The job.</param>
/// <param name="Window">The window's beginning.</param>
/// <param name="Runner">Who took it.</param>
public sealed record JobClaim(string Job, DateTimeOffset Window, string Runner);

/// <summary>Says who runs which window, across processes and machines. The row is the fence: whoever holds it, works.</summary>
/// <remarks>
/// A claim lasts for a lease that its runner renews. A runner that died loses it; one that comes back late finds another name in its row
/// and can no longer write a result. One job never runs in two places at a time, not even for two windows. Thread-safe.
/// </remarks>
public sealed class JobLedger(Database database, TimeProvider time, JobLease lease)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Takes a window; null when it is done or somebody else is at work on this job.</summary>
    public async Task<JobClaim?> ClaimAsync(string job, DateTimeOffset window, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(db => ClaimAsync(db, job, window, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return null; // somebody was faster
        }
    }

    /// <summary>Extends the lease; false when the window has been taken over.</summary>
    public async Task<bool> RenewAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + lease.Length;
        return await ChangeAsync(claim, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(w => w.LeaseUntil, until), cancellationToken), cancellationToken);
    }

    /// <summary>Gives the window back unfinished, so that the next runner takes it over at once.</summary>
    public Task<bool> ReleaseAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(claim, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(w => w.LeaseUntil, now), cancellationToken), cancellationToken);
    }

    /// <summary>Writes the result; false when the window has been taken over: then nothing is written.</summary>
    public Task<bool> FinishAsync(JobClaim claim, JobReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = report is JobReport.Done ? JobState.Done : JobState.Failed;
        return ChangeAsync(
            claim,
            rows => rows.ExecuteUpdateAsync(
                set => set
                    .SetProperty(w => w.State, state)
                    .SetProperty(w => w.FinishedAt, now)
                    .SetProperty(w => w.LeaseUntil, now)
                    .SetProperty(w => w.Report, report.Text),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>The job's rows, oldest first.</summary>
    public Task<IReadOnlyList<JobWindow>> ReadAsync(string job, CancellationToken cancellationToken) =>
        ReadSinceAsync(job, DateTimeOffset.UnixEpoch, cancellationToken);

    /// <summary>The job's rows whose windows began then or later, oldest first.</summary>
    public async Task<IReadOnlyList<JobWindow>> ReadSinceAsync(string job, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.JobWindows.AsNoTracking().Where(w => w.Job == job && w.Window >= since).OrderBy(w => w.Window).ToListAsync(cancellationToken);
    }

    private async Task<JobClaim?> ClaimAsync(SlotBookingDb db, string job, DateTimeOffset window, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("job:" + job, cancellationToken);
        var now = time.GetUtcNow();
        if (await db.JobWindows.AnyAsync(
            w => w.Job == job && w.Window != window && w.State == JobState.Running && w.LeaseUntil > now, cancellationToken))
        {
            return null;
        }

        var row = await db.JobWindows.SingleOrDefaultAsync(w => w.Job == job && w.Window == window, cancellationToken);
        if (row is { State: JobState.Done } || (row is { State: JobState.Running } && row.LeaseUntil > now))
        {
            return null;
        }

        var runner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        if (row is null)
        {
            row = new JobWindow { Job = job, Window = window, Runner = runner };
            db.Add(row);
        }

        row.State = JobState.Running;
        row.Runner = runner;
        row.LeaseUntil = now + lease.Length;
        row.Attempts++;
        row.StartedAt = now;
        row.FinishedAt = null;
        await db.JobWindows.Where(w => w.Job == job && w.Window < now - Kept).ExecuteDeleteAsync(cancellationToken);
        return new JobClaim(job, window, runner);
    }

    private Task<bool> ChangeAsync(JobClaim claim, Func<IQueryable<JobWindow>, Task<int>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async db => await change(db.JobWindows.Where(w =>
                w.Job == claim.Job && w.Window == claim.Window && w.Runner == claim.Runner && w.State == JobState.Running)) == 1,
            cancellationToken);
}

/// <summary>How long a runner is believed alive without a sign.</summary>
/// <param name="Length">Renewed three times as often.</param>
public sealed record JobLease(TimeSpan Length)
{
    /// <summary>One minute: a killed runner's work goes on within two.</summary>
    public static readonly JobLease Default = new(TimeSpan.FromMinutes(1));
}
