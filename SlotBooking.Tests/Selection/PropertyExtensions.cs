using FsCheck;

namespace SlotBooking.Tests.Selection;

/// <summary>Checks properties with values that are the same in each normal run, and with many new ones in the long run.</summary>
internal static class PropertyExtensions
{
    private const ulong Seed = 20_261_201;
    private const ulong Gamma = 9_973;
    private const int Normal = 100;
    private const int Many = 20_000;

    /// <summary>Fails with the shrunk values for which the property does not hold.</summary>
    public static void CheckSeeded(this Property property)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(TestRun.Count(Normal, Many));
        property.Check(TestRun.IsLong ? config : config.WithReplay(Seed, Gamma));
    }
}
