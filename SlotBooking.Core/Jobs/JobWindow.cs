namespace SlotBooking.Core.Jobs;

/// <summary>One row of the job ledger: one job, one window, done once.</summary>
public sealed class JobWindow
{
    /// <summary>The job's stable name.</summary>
    public required string Job { get; init; }

    /// <summary>The instant the window begins, UTC; with the job's name it is the row's key and the fence against a second runner.</summary>
    public DateTimeOffset Window { get; init; }

    /// <summary>How far it is.</summary>
    public JobState State { get; set; }

    /// <summary>Who runs or ran it (machine, process, a random part).</summary>
    public required string Runner { get; set; }

    /// <summary>Until when the runner may be believed alive, UTC; it renews this while it works.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When the last attempt began, UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What it did or why it failed, in German, for admins.</summary>
    public string? Report { get; set; }
}

/// <summary>How far a window is.</summary>
public enum JobState
{
    /// <summary>Somebody works on it, or died doing so.</summary>
    Running,

    /// <summary>Its work was done. Never set by a job that could not do it.</summary>
    Done,

    /// <summary>It could not do its work; it is tried again after a pause and by hand, an older window only where each one counts.</summary>
    Failed,
}
