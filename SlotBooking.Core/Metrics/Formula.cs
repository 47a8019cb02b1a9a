namespace SlotBooking.Core.Metrics;

/// <summary>One rate: its name, what it divides, and the sentence that says so. The only place where it is worked out.</summary>
/// <param name="Id">The stable name, as in <c>docs/metrics.md</c> and in published files.</param>
/// <param name="Name">What people call it, in German.</param>
/// <param name="Sentence">How it is worked out, in German; shown beside the figure.</param>
/// <param name="Part">What is counted.</param>
/// <param name="Whole">Of how many.</param>
public sealed record Formula(string Id, string Name, string Sentence, Func<OutcomeCounts, int> Part, Func<OutcomeCounts, int> Whole)
{
    /// <summary>The rate between 0 and 1; null when there is nothing to divide by.</summary>
    public double? Of(OutcomeCounts counts) => Whole(counts) is > 0 and var whole ? (double)Part(counts) / whole : null;
}
