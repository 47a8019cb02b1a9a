using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class BrowserFixtureTests(BrowserFixture browser)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    [Fact]
    public async Task A_page_lives_in_Berlin_and_speaks_German()
    {
        await using var page = await browser.NewPageAsync(Nowhere, Screen.Phone, ColorScheme.Dark);

        var seen = await page.Page.EvaluateAsync<string>(
            "() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches].join()");

        Assert.Equal("de-DE,Europe/Berlin,390,true", seen);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_broken_content_policy_is_noticed()
    {
        await using var page = await browser.NewPageAsync(Nowhere);

        await page.Page.SetContentAsync("<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\"><p onclick='1'>x</p><script>1</script>");

        await Processes.Eventually.HoldsAsync(() => page.Trouble.Any(line => line.Contains("script-src", StringComparison.Ordinal)), "the violation is seen");
        Assert.ThrowsAny<Exception>(() => page.AssertQuiet());
        page.AssertQuiet("Content Security Policy");
    }

    [Fact]
    public async Task A_console_error_and_an_uncaught_one_are_noticed()
    {
        await using var page = await browser.NewPageAsync(Nowhere);

        await page.Page.EvaluateAsync("() => { console.error('first'); setTimeout(() => { throw new Error('second'); }); }");

        await Processes.Eventually.HoldsAsync(() => page.Trouble.Count == 2, "both are seen");
        page.AssertQuiet("first", "second");
    }

    [Fact]
    public async Task Axe_names_what_it_finds()
    {
        await using var page = await browser.NewPageAsync(Nowhere);
        await page.Page.SetContentAsync("<html lang='de'><title>x</title><main><h1>x</h1><img src='data:,'></main>");

        var finding = await Assert.ThrowsAnyAsync<Exception>(page.AssertAccessibleAsync);

        Assert.Contains("image-alt", finding.Message, StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_page_that_was_not_found_quiet_leaves_its_picture()
    {
        var name = $"picture-{Guid.NewGuid():N}";
        await using (await browser.NewPageAsync(Nowhere, test: name))
        {
        }

        var picture = Assert.Single(Directory.GetFiles(Path.Combine(SourceTree.Root, "TestResults"), $"{name}-*.png"));
        File.Delete(picture);
    }
}
