namespace SlotBooking.Core.Jobs;

/// <summary>Work that runs by the clock. A new job is one class and one <c>AddJob</c>.</summary>
public interface IJob
{
    /// <summary>The stable name, used in the ledger and on the console.</summary>
    string Name { get; }

    /// <summary>What people call it, in German.</summary>
    string Title { get; }

    /// <summary>When its windows begin.</summary>
    Schedule Schedule { get; }

    /// <summary>Which windows are handled after a time in which nobody ran them.</summary>
    CatchUp CatchUp { get; }

    /// <summary>Does the work of one window. It may run again for the same window, after its runner died: it must end up the same.</summary>
    /// <returns>What was done, or why it could not be done: a job that could not do its work never answers <see cref="JobReport.Done"/>.</returns>
    Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken);
}

/// <summary>What happens to windows that passed while no runner was there.</summary>
public enum CatchUp
{
    /// <summary>Only the newest counts: the job works out the whole state each time, so an older window has nothing left to do.</summary>
    NewestOnly,

    /// <summary>Each is handled, oldest first: the job belongs to its period (a day's result, a week's report).</summary>
    EachWindow,
}

/// <summary>How one run ended, in a German sentence for admins.</summary>
/// <param name="Text">The sentence; without personal data.</param>
public abstract record JobReport(string Text)
{
    /// <summary>The work of the window is done.</summary>
    public sealed record Done(string Text) : JobReport(Text);

    /// <summary>It could not be done; the window is tried again.</summary>
    public sealed record Failed(string Text) : JobReport(Text);
}
