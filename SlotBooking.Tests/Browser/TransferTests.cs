using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Holds what a visit of the day page moves over the wire: pages and files with their heads, and what the circuit sends.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class TransferTests(BrowserFixture browser, PublishedServer office) : IClassFixture<PublishedServer>
{
    private const int FirstVisit = 260_000;
    private const int LaterVisit = 20_000;
    private const int Circuit = 60_000;

    [Fact]
    public async Task A_first_visit_of_the_day_page_is_light_and_a_later_one_nearly_free()
    {
        await using var page = await browser.NewPageAsync(office.Server.BaseUri);
        await using var meter = await TransferMeter.AttachAsync(page.Page);
        await new DayScreen(page).SignInAsync("anna");
        var first = await meter.ReadAsync();

        await page.GotoReadyAsync("/day");
        var later = await meter.ReadAsync();

        Assert.True(first.Files > 60_000 && later.Files > 1000 && later.Circuit > 1000, $"Too little was counted: {first}\n{later}");
        Assert.True(first.Files + first.Circuit <= FirstVisit, $"The first visit moved {first}");
        Assert.True(later.Files <= LaterVisit, $"A later visit moved {later}");
        Assert.True(later.Circuit <= Circuit, $"The circuit of a later visit moved {later}");
        page.AssertQuiet();
    }
}
