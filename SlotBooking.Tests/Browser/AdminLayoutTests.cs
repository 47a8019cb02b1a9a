using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed partial class AdminLayoutTests(BrowserFixture browser)
{
    private const string Sheets = "link[data-admin]";

    [Fact]
    public async Task MudBlazor_comes_with_the_first_page_that_needs_it_and_its_sheets_go_with_the_last()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/day");
        await Assertions.Expect(page.Page.Locator(Sheets)).ToHaveCountAsync(0);
        Assert.False(await HasScriptAsync(page));

        await page.Page.Locator(".nav a[href='/admin/capacity'], .nav a[href='admin/capacity']").ClickAsync();
        await Assertions.Expect(page.TestId("capacity-save")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(Sheets)).ToHaveCountAsync(3);
        await Assertions.Expect(page.Page.Locator(".mud-popover-provider")).ToHaveCountAsync(1);
        Assert.True(await HasScriptAsync(page));

        await page.Page.Locator(".nav a[href='/day'], .nav a[href='day']").Last.ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-page=day]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(Sheets)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".mud-popover-provider")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Its_files_carry_a_fingerprint_so_that_browsers_may_keep_them()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        var files = new List<string>();
        page.Page.Response += (_, answer) => files.Add(new Uri(answer.Url).AbsolutePath);

        await page.GotoReadyAsync("/admin/capacity");

        Assert.Contains(files, file => Script().IsMatch(file));
        Assert.Contains(files, file => Theme().IsMatch(file));
        Assert.DoesNotContain(files, file => file.EndsWith("MudBlazor.min.js", StringComparison.Ordinal) || file.EndsWith("MudBlazor.min.css", StringComparison.Ordinal));
        page.AssertQuiet();
    }

    [GeneratedRegex(@"/MudBlazor\.min\.[a-z0-9]{10}\.js$", RegexOptions.None, 1000)]
    private static partial Regex Script();

    [GeneratedRegex(@"/css/mud-theme\.[a-z0-9]{10}\.css$", RegexOptions.None, 1000)]
    private static partial Regex Theme();

    private static Task<bool> HasScriptAsync(TestPage page) => page.Page.EvaluateAsync<bool>("() => 'mudPopover' in window");
}
