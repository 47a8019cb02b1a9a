using System.Net;
using Microsoft.Playwright;
using SlotBooking.Tests.CalendarSync.Feed;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class FeedPanelTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_link_is_shown_once_opens_the_own_appointments_and_ends_when_another_window_renews_or_revokes_it()
    {
        var server = await browser.DemoAsync();
        using var program = new Web.OfficeClient(server.BaseUri);
        await using var page = await browser.SignedInAsync(server, "anna");
        await page.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await OpenAsync(page.Page);

        await page.TestId("feed-make").ClickAsync();
        var first = await LinkAsync(page.Page);
        await Assertions.Expect(page.Page.Locator("#feed-link-copied")).ToBeHiddenAsync();
        await page.TestId("feed-copy").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#feed-link-copied")).ToBeVisibleAsync();
        Assert.Equal(first, await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.NotEmpty(IcsFile.Read(await (await AssertAsync(program, first, HttpStatusCode.OK)).Content.ReadAsByteArrayAsync()).Events);

        var second = await page.Page.Context.NewPageAsync();
        await OpenAsync(second);
        await Assertions.Expect(second.GetByTestId("feed-since")).ToContainTextAsync("Zuletzt abgerufen: heute");
        Assert.Equal(0, await second.GetByTestId("feed-link").CountAsync());
        await second.GetByTestId("feed-renew").ClickAsync();
        var renewed = await LinkAsync(second);
        await AssertAsync(program, first, HttpStatusCode.NotFound);
        await AssertAsync(program, renewed, HttpStatusCode.OK);

        await page.TestId("feed-revoke").ClickAsync();
        await Assertions.Expect(page.TestId("feed-refused")).ToContainTextAsync("In einem anderen Fenster");
        await AssertAsync(program, renewed, HttpStatusCode.OK);
        await page.TestId("feed-revoke").ClickAsync();
        await Assertions.Expect(page.TestId("feed-make")).ToBeVisibleAsync();
        await AssertAsync(program, renewed, HttpStatusCode.NotFound);
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task Link_and_history_fit_their_screen_and_are_accessible(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);
        var picture = $"{screen}-{colors}";
        await OpenAsync(page.Page);
        await page.TestId("feed-make").Or(page.TestId("feed-renew")).ClickAsync();
        await LinkAsync(page.Page);
        await page.KeepPictureAsync($"feed-{picture}");
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();

        await page.GotoReadyAsync("/my-calendar");
        await page.TestId("rate-team").GetByRole(AriaRole.Button).FocusAsync();
        await Assertions.Expect(page.TestId("rate-team").GetByRole(AriaRole.Tooltip)).ToBeVisibleAsync();
        await page.TestId("card").First.ClickAsync();
        await page.TestId("history").Locator("li").Last.ScrollIntoViewIfNeededAsync();
        await page.KeepPictureAsync($"history-{picture}");
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync("/my-calendar");
        await page.GetByTestId("feed-open").ClickAsync(new() { Timeout = Deadline.Milliseconds(20) });
        await Assertions.Expect(page.GetByTestId("feed")).ToBeVisibleAsync();
    }

    private static async Task<string> LinkAsync(IPage page)
    {
        await Assertions.Expect(page.GetByTestId("feed-link")).ToBeVisibleAsync();
        return await page.GetByTestId("feed-link").InputValueAsync();
    }

    private static async Task<HttpResponseMessage> AssertAsync(Web.OfficeClient program, string address, HttpStatusCode status)
    {
        var answer = await program.GetAsync(new Uri(address).AbsolutePath);
        Assert.Equal(status, answer.StatusCode);
        return answer;
    }
}
