using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Game), Trait(Needs.Trait, Needs.Browser)]
public sealed partial class MetricsPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_filters_compares_and_finds_it_all_in_the_address_again()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/admin/metrics?period=year");
        var all = await page.TestId("tile-total").Locator("b").InnerTextAsync();

        await page.TestId("filter-potential").SelectOptionAsync("top");
        await Assertions.Expect(page.TestId("tile-total").Locator("b")).Not.ToHaveTextAsync(all);
        await page.TestId("compare").SelectOptionAsync("none");
        await Assertions.Expect(page.Page).ToHaveURLAsync(OnlyTop());
        await Assertions.Expect(page.Page).ToHaveURLAsync(WithoutComparison());
        await Assertions.Expect(page.TestId("tile-completion_rate").Locator(".delta")).ToHaveTextAsync("\u00A0");
        var top = await page.TestId("tile-total").Locator("b").InnerTextAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.TestId("tile-total").Locator("b")).ToHaveTextAsync(top);
        await Assertions.Expect(page.TestId("filter-potential")).ToHaveValueAsync("top");

        await page.TestId("filter-none").ClickAsync();
        await Assertions.Expect(page.TestId("tile-total").Locator("b")).ToHaveTextAsync(all);
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_formula_is_read_by_keyboard_too_and_a_week_is_the_weekly_report()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/admin/metrics?period=week&to=2026-12-31");
        await Assertions.Expect(page.TestId("period-title")).ToHaveTextAsync("KW 53 2026");

        await page.GotoReadyAsync("/admin/metrics");
        var tile = page.TestId("tile-completion_rate");
        await Assertions.Expect(tile.Locator(".tip")).ToBeHiddenAsync();
        await tile.Locator(".why").FocusAsync();
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tile.Locator(".tip")).ToContainTextAsync("Erschienen geteilt durch alle gelegten Termine");
        await Assertions.Expect(tile.Locator(".tip")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task It_is_accessible_and_fits_on_both_screens_in_both_themes(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);

        await page.GotoReadyAsync("/admin/metrics?period=quarter");

        await page.KeepPictureAsync($"metrics-{screen}-{colors}", whole: true);
        await page.Page.Locator("[data-testid=time] summary").ClickAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task An_agent_does_not_get_to_it()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "anna");

        await page.Page.GotoAsync("/admin/metrics");

        await Assertions.Expect(page.TestId("tile-total")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("a[href='admin/metrics']")).ToHaveCountAsync(0);
        page.AssertQuiet("403", "favicon");
    }

    [GeneratedRegex("[?&]potential=top(?:&|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnlyTop();

    [GeneratedRegex("[?&]compare=none(?:&|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutComparison();
}
