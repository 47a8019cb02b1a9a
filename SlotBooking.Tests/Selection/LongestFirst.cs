using Xunit.Abstractions;

[assembly: TestCollectionOrderer("SlotBooking.Tests.Selection.LongestFirst", "SlotBooking.Tests")]

namespace SlotBooking.Tests.Selection;

/// <summary>Begins with the collections that take longest, so that the run does not end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = ["Browser: ", "SyncStoryTests", "Killed", "RebuildPropertyTests", "StartTests"];

    /// <inheritdoc />
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(RankOf).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    private static int RankOf(ITestCollection collection)
    {
        var rank = Array.FindIndex(Longest, name => collection.DisplayName.Contains(name, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
