namespace SlotBooking.Tests.Selection;

/// <summary>Knows which run this is: <c>test.sh</c> sets <c>TEST_RUN</c> to quick or long; anything else is the normal run.</summary>
internal static class TestRun
{
    private static readonly string Kind = Environment.GetEnvironmentVariable("TEST_RUN") ?? "";

    /// <summary>Gets whether counts are high because nobody waits for the result.</summary>
    public static bool IsLong { get; } = Kind == "long";

    /// <summary>Gets whether only tests without needs are selected.</summary>
    public static bool IsQuick { get; } = Kind == "quick";

    /// <summary>Returns how often something is tried in this run.</summary>
    public static int Count(int normal, int many) => IsLong ? many : normal;

    /// <summary>Fails in the quick run, so that a test that lacks its trait is found the first time it is run there.</summary>
    /// <param name="need">One of <see cref="Needs"/>.</param>
    public static void Require(string need)
    {
        if (IsQuick)
        {
            throw new InvalidOperationException($"A test of the quick run needs {need}: give it [Trait(Needs.Trait, Needs.{need})].");
        }
    }
}
