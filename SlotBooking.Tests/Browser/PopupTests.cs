using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>What people earned while nobody looked: nothing is lost, and nothing comes twice.</summary>
[Collection(BrowserTests.Game), Trait(Needs.Trait, Needs.Browser)]
public sealed class PopupTests(BrowserFixture browser)
{
    [Fact]
    public async Task What_was_earned_while_away_comes_once_at_the_next_visit_one_after_another()
    {
        await using var server = await WebServer.StartAsync();
        await GiveBenPointsAsync(server);

        await using var ben = await browser.NewPageAsync(server.BaseUri, test: "ben");
        await new DayScreen(ben).SignInAsync("ben");
        await Assertions.Expect(ben.TestId("popup").Locator(".eyebrow .meta")).ToContainTextAsync("1 von ");
        var count = int.Parse((await ben.TestId("popup").Locator(".eyebrow .meta").InnerTextAsync()).Split(' ')[^1], CultureInfo.InvariantCulture);
        for (var n = 2; n <= count; n++)
        {
            await ben.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(ben.TestId("popup").Locator(".eyebrow .meta")).ToHaveTextAsync($"{n} von {count}");
        }

        await ben.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ben.TestId("popup")).ToHaveCountAsync(0);
        await ben.Page.ReloadAsync();
        await ExpectNoPopupAsync(ben);
        ben.AssertQuiet();
    }

    [Fact]
    public async Task What_was_sent_into_a_cut_line_comes_at_the_next_visit()
    {
        await using var server = await WebServer.StartAsync();
        await using var asleep = await browser.NewPageAsync(server.BaseUri, test: "asleep");
        var isCut = false;
        await asleep.Page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            var real = socket.ConnectToServer();
            real.OnMessage(frame =>
            {
                if (Volatile.Read(ref isCut))
                {
                    return;
                }

                if (frame.Binary is { } bytes)
                {
                    socket.Send(bytes);
                }
                else
                {
                    socket.Send(frame.Text!);
                }
            });
        });
        await new DayScreen(asleep).SignInAsync("ben");
        await Assertions.Expect(asleep.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("");
        Volatile.Write(ref isCut, true);
        await GiveBenPointsAsync(server);
        await Assertions.Expect(asleep.TestId("popup")).ToHaveCountAsync(0);

        await using var awake = await browser.NewPageAsync(server.BaseUri, test: "awake");
        await new DayScreen(awake).SignInAsync("ben");

        await Assertions.Expect(awake.TestId("popup")).ToBeVisibleAsync();
        awake.AssertQuiet();
        asleep.AssertQuiet("WebSocket", "Connection", "connection");
    }

    [Fact]
    public async Task What_stands_in_a_tab_that_nobody_can_see_comes_again_after_a_reload_and_what_was_seen_does_not()
    {
        await using var server = await WebServer.StartAsync();
        await GiveBenPointsAsync(server);
        await using var ben = await browser.NewPageAsync(server.BaseUri, test: "ben");
        await ben.Page.Context.AddInitScriptAsync("Object.defineProperty(document, 'hidden', { get: () => !localStorage.looks });");
        await new DayScreen(ben).SignInAsync("ben");
        var title = ben.TestId("popup").Locator("h2");
        var first = await title.InnerTextAsync();

        await ben.Page.ReloadAsync();
        await Assertions.Expect(title).ToHaveTextAsync(first);
        var seen = await SeenAsync(server);
        await ben.Page.EvaluateAsync("() => { localStorage.looks = 1; document.dispatchEvent(new Event('visibilitychange')); }");
        await Eventually.HoldsAsync(async () => await SeenAsync(server) == seen + 1, "the popup counts as seen");
        await ben.Page.ReloadAsync();
        await Assertions.Expect(title).Not.ToHaveTextAsync(first);
        ben.AssertQuiet();
    }

    [Fact]
    public async Task Closing_a_popup_leaves_the_cursor_in_the_form_and_who_wants_none_gets_no_more()
    {
        await using var server = await WebServer.StartAsync();
        await GiveBenPointsAsync(server);
        await using var ben = await browser.NewPageAsync(server.BaseUri, test: "ben");
        var screen = new DayScreen(ben);
        await screen.SignInAsync("ben");
        await Assertions.Expect(ben.TestId("popup")).ToBeVisibleAsync();
        var count = ben.TestId("popup").Locator(".eyebrow .meta");
        var before = await count.InnerTextAsync();

        await screen.Field("lastName").FillAsync("Muster");
        await ben.TestId("popup-next").ClickAsync();
        await Assertions.Expect(count).Not.ToHaveTextAsync(before);
        await Assertions.Expect(screen.Field("lastName")).ToBeFocusedAsync();
        before = await count.InnerTextAsync();
        await ben.TestId("popup-next").FocusAsync();
        await ben.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(count).Not.ToHaveTextAsync(before);
        await Assertions.Expect(ben.TestId("popup-next")).ToBeFocusedAsync();

        var second = await ben.Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(server.BaseUri, "/gamification").ToString());
        await second.GetByTestId("popups").UncheckAsync();
        await Assertions.Expect(ben.TestId("popup")).ToHaveCountAsync(0);
        await Assertions.Expect(second.GetByTestId("popup")).ToHaveCountAsync(0);
        ben.AssertQuiet();
    }

    [Fact]
    public async Task Who_reads_English_is_told_in_English_also_live()
    {
        await using var server = await WebServer.StartAsync();
        await using var ben = await browser.NewPageAsync(server.BaseUri, test: "ben");
        await ben.Page.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = "c=en-GB|uic=en-GB", Url = server.BaseUri.ToString() }]);
        await new DayScreen(ben).SignInAsync("ben");
        await Assertions.Expect(ben.Page.Locator(".mycard [data-card=missing]")).ToContainTextAsync("to go");
        await GiveBenPointsAsync(server);

        await Assertions.Expect(ben.TestId("popup").Locator(".eyebrow .meta")).ToContainTextAsync("1 of ");
        await Assertions.Expect(ben.TestId("popup-next")).ToContainTextAsync("Next");
        await Assertions.Expect(ben.Page.Locator(".mycard [data-card=missing]")).ToContainTextAsync("to go");
        ben.AssertQuiet();
    }

    private static async Task<long> SeenAsync(WebServer server)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.PersistFolder, "slotbooking.db")};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM game_news WHERE SeenAt IS NOT NULL";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>An admin's correction lifts Ben over several badges, and over levels.</summary>
    private async Task GiveBenPointsAsync(WebServer server)
    {
        await using var admin = await browser.NewPageAsync(server.BaseUri, test: "admin");
        await new DayScreen(admin).SignInAsync("admin");
        await admin.GotoReadyAsync("/admin/game");
        var ben = admin.TestId("game-person").Filter(new() { HasText = "Ben" });
        var before = await ben.Locator("b").InnerTextAsync();
        await admin.TestId("correct-whom").SelectOptionAsync(new SelectOptionValue { Label = await ben.Locator("label").InnerTextAsync() });
        await admin.TestId("correct-points").FillAsync("2000");
        await admin.TestId("correct-reason").FillAsync("Übertrag");
        await admin.TestId("correct-save").ClickAsync();
        await Assertions.Expect(ben.Locator("b")).Not.ToHaveTextAsync(before);
        admin.AssertQuiet();
    }

    private static async Task ExpectNoPopupAsync(TestPage page)
    {
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("");
        await Assertions.Expect(page.TestId("popup")).ToHaveCountAsync(0);
    }
}
