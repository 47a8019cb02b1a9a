namespace SlotBooking.Tests.Browser;

/// <summary>Tests in a real Chromium: one after the other, with one browser and one demo server between them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
