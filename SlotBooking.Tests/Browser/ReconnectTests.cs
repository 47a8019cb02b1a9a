using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>What an agent sees when the server dies under an open page.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class ReconnectTests(BrowserFixture browser)
{
    [Fact]
    public async Task After_a_killed_server_the_page_comes_back_by_itself_with_the_form_still_filled()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await page.TestId("book-14:00").ClickAsync();
        await Assertions.Expect(page.TestId("booking-submit")).ToContainTextAsync("14:00"); // else the server may die before it has heard of it
        await anna.Field("lastName").FillAsync("Beispiel-Absturz");
        await anna.Field("firstName").FillAsync("Jana");

        await server.KillAsync();
        await Assertions.Expect(page.Page.Locator("#lost-notice")).ToBeVisibleAsync(new() { Timeout = Deadline.Milliseconds(15) });
        await Assertions.Expect(page.Page.Locator("#lost-notice")).ToContainTextAsync("Deine Eingaben bleiben stehen.");
        await anna.Field("note").FillAsync("während der Störung getippt");
        await server.RestartAsync();

        await Assertions.Expect(page.Page.Locator("#lost-notice")).ToBeHiddenAsync(new() { Timeout = Deadline.Milliseconds(30) });
        await Assertions.Expect(page.TestId("ready")).ToBeAttachedAsync(new() { Timeout = Deadline.Milliseconds(30) });
        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("Beispiel-Absturz", new() { Timeout = Deadline.Milliseconds(15) });
        await Assertions.Expect(anna.Field("note")).ToHaveValueAsync("während der Störung getippt");
        await Assertions.Expect(page.TestId("booking-submit")).ToContainTextAsync("14:00");
        await page.TestId("booking-submit").ClickAsync();
        await anna.ExpectOutcomeAsync("booked", "Beispiel-Absturz");
        page.AssertQuiet("WebSocket", "Failed to load resource", "ERR_CONNECTION", "Failed to fetch", "Connection", "connection");
    }

    [Fact]
    public async Task A_pause_is_no_lost_connection_and_ends_when_somebody_comes_back()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());

        Assert.True(await page.Page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()"));
        var connections = 0;
        page.Page.WebSocket += (_, _) => connections++;
        page.Page.FrameNavigated += (_, _) => connections++;
        await page.Page.WaitForTimeoutAsync(1500); // a lost connection would be tried again at once, and its line shown after a second
        Assert.Equal(0, connections);
        await Assertions.Expect(page.Page.Locator("#lost-line")).ToBeHiddenAsync();

        await page.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await Eventually.HoldsAsync(
            async () =>
            {
                await page.TestId("book-14:00").ClickAsync();
                return (await page.TestId("booking-submit").TextContentAsync())?.Contains("14:00", StringComparison.Ordinal) is true;
            },
            "the page answers again",
            TimeSpan.FromSeconds(30));
        page.AssertQuiet("WebSocket", "Failed to load resource", "Connection", "connection");
    }
}
