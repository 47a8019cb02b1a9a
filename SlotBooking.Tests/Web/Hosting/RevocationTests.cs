using Microsoft.Playwright;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Hosting;

/// <summary>An open page of somebody who is switched off.</summary>
[Collection(BrowserTests.Timed), Trait(Needs.Trait, Needs.Browser)]
public sealed class RevocationTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_open_page_ends_within_five_seconds_after_the_console_disables_its_person()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = $"chef:{ProductionServer.Password},anna:{ProductionServer.Password}",
            ["ADMIN_USERS"] = "chef",
        });
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await SignInAsync(page);

        var (exitCode, output) = await server.RunVerbAsync("users", "disable", "anna");
        Assert.True(exitCode == 0, output);

        await page.Page.WaitForURLAsync("**/login?error=expired", new() { Timeout = Deadline.Milliseconds(5) });
        page.AssertQuiet("WebSocket");
    }

    [Fact]
    public async Task One_window_too_many_is_told_so_and_the_others_go_on()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = $"anna:{ProductionServer.Password}",
            ["Circuits__PerAccount"] = "1",
        });
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await SignInAsync(page);
        var second = await page.Page.Context.NewPageAsync();

        await second.GotoAsync("/not-found");

        await Assertions.Expect(second.Locator("h1")).ToContainTextAsync("schon in 1 Fenster offen", new() { Timeout = Deadline.Milliseconds(20) });
        await Assertions.Expect(page.Page.Locator("main h1")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    private static async Task SignInAsync(TestPage page)
    {
        await page.Page.GotoAsync("/login?returnUrl=/not-found");
        await page.Page.FillAsync("[name=username]", "anna");
        await page.Page.FillAsync("[name=password]", ProductionServer.Password);
        await page.Page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.Page.Locator("main h1")).ToBeVisibleAsync(new() { Timeout = Deadline.Milliseconds(20) });
    }
}
