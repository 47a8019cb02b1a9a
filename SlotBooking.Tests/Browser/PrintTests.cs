using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Holds what comes out of the printer: black on white, without navigation and without what can be pressed.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class PrintTests(BrowserFixture browser)
{
    /// <summary>Names the first element whose own text is lighter than a middle grey.</summary>
    private const string Faint = """
        () => {
          for (const element of document.querySelectorAll('main *')) {
            const style = getComputedStyle(element);
            const isText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '');
            const [red, green, blue] = style.color.match(/[\d.]+/g).map(Number);
            if (isText && element.checkVisibility() && red + green + blue > 3 * 120) {
              return `${element.tagName}.${element.className}: ${style.color}`;
            }
          }
          return '';
        }
        """;

    [Theory]
    [InlineData("anna", "/day", "[data-page=day] .slot-time")]
    [InlineData("anna", "/my-calendar?view=table", "[data-page=mine] td")]
    [InlineData("admin", "/admin/metrics", ".metrics .tiles")]
    [InlineData("anna", "/customers", "[data-page=customers] li")]
    public async Task A_page_prints_black_on_white_without_navigation_and_buttons(string userName, string path, string content)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, userName, colors: ColorScheme.Dark);
        await page.GotoReadyAsync(path);
        await Assertions.Expect(page.Page.Locator(".nav")).ToBeVisibleAsync();

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Page.Locator(content).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(":is(.nav, .tabbar, .corner, .btn, .icon-btn, .desk):visible")).ToHaveCountAsync(0);
        Assert.Equal("rgb(255, 255, 255)|rgb(0, 0, 0)", await page.Page.EvaluateAsync<string>(
            "() => { const style = getComputedStyle(document.body); return `${style.backgroundColor}|${style.color}`; }"));
        Assert.Equal("", await page.Page.EvaluateAsync<string>(Faint));
        page.AssertQuiet();
    }
}
