using System.Globalization;
using Microsoft.Playwright;
using SlotBooking.Tests.Selection;
using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class CapacityPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_sees_the_effect_of_fewer_places_before_saving_and_the_history_after()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/admin/capacity");

        await page.TestId("places-general").FillAsync("1");
        await page.TestId("places-general").BlurAsync();
        await Assertions.Expect(page.TestId("capacity-effect")).ToContainTextAsync("überbucht");
        await page.TestId("places-general").FillAsync("6");
        await Assertions.Expect(page.TestId("places-Monday-11:00")).ToHaveValueAsync("6");
        await page.TestId("places-Friday-09:00").FillAsync("2");
        await page.TestId("places-Friday-09:00").BlurAsync();
        await page.TestId("capacity-save").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".history")).ToContainTextAsync("überall 6 statt 4");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.TestId("places-general")).ToHaveValueAsync("6");
        await Assertions.Expect(page.TestId("places-Friday-09:00")).ToHaveValueAsync("2");
        await Assertions.Expect(page.TestId("places-Monday-11:00")).ToHaveValueAsync("6");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_block_closes_its_day_on_the_day_page_and_opens_it_again_when_it_is_removed()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/admin/capacity");
        var day = DateOnly.ParseExact(await page.Page.Locator("[name=first]").InputValueAsync(), "ddd dd.MM.yyyy", CultureInfo.GetCultureInfo("de-DE"));
        await page.Page.Locator("[name=reason]").FillAsync("Betriebsausflug");
        await page.TestId("block-add").ClickAsync();
        await Assertions.Expect(page.TestId("block")).ToContainTextAsync("Betriebsausflug");

        await using var other = await browser.SignedInAsync(server, "admin");
        await other.GotoReadyAsync($"/day/{OfficeDates.Key(day)}");
        await Assertions.Expect(other.Page.Locator("[data-state=blocked]").First).ToBeVisibleAsync();
        await page.TestId("block-remove").ClickAsync();
        await Assertions.Expect(page.TestId("block")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator("[data-state=blocked]")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task It_is_accessible_and_fits_on_both_screens_in_both_themes(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);
        await page.GotoReadyAsync("/admin/capacity");

        await page.KeepPictureAsync($"capacity-{screen}-{colors}", whole: true);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }
}
