namespace SlotBooking.Tests.Browser;

/// <summary>Names the collections of tests in a real Chromium.</summary>
/// <remarks>
/// They run side by side; the tests of one run one after the other and share a browser and a demo server.
/// A new class goes where the run is shortest.
/// </remarks>
public static class BrowserTests
{
    /// <summary>The day page, its neighbours, signing in, and what happens when servers die.</summary>
    public const string Day = "Browser: day";

    /// <summary>The other pages of agents and admins.</summary>
    public const string Office = "Browser: office";

    /// <summary>The game and the figures.</summary>
    public const string Game = "Browser: game";

    /// <summary>What is promised within seconds: nothing else runs beside it.</summary>
    public const string Timed = "Browser: timed";
}

[CollectionDefinition(BrowserTests.Day)]
public sealed class DayBrowserTests : ICollectionFixture<BrowserFixture>;

[CollectionDefinition(BrowserTests.Office)]
public sealed class OfficeBrowserTests : ICollectionFixture<BrowserFixture>;

[CollectionDefinition(BrowserTests.Game)]
public sealed class GameBrowserTests : ICollectionFixture<BrowserFixture>;

[CollectionDefinition(BrowserTests.Timed, DisableParallelization = true)]
public sealed class TimedBrowserTests : ICollectionFixture<BrowserFixture>;
