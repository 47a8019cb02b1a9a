using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Game), Trait(Needs.Trait, Needs.Browser)]
public sealed class GamePagesTests(BrowserFixture browser)
{
    private static readonly string[] Paths = ["/gamification", "/gamification?warum=alle", "/scoreboard", "/scoreboard?nach=serien", "/badges"];

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task The_pages_of_the_game_can_be_read_by_everybody(bool isPhone, ColorScheme scheme)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri, isPhone ? Screen.Phone : Screen.Office, scheme);
        await new DayScreen(page).SignInAsync("anna");
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("", new() { Timeout = Deadline.Milliseconds(30) });
        foreach (var path in Paths)
        {
            await page.GotoReadyAsync(path);
            await Assertions.Expect(page.TestId("ready")).ToHaveCountAsync(1);
            await page.KeepPictureAsync($"game{path.Replace('/', '-').Replace('?', '-')}-{(isPhone ? "phone" : "office")}-{scheme}", whole: true);
            await page.AssertAccessibleAsync();
            await page.AssertFitsAsync();
        }

        await Assertions.Expect(page.TestId("badges-earned")).Not.ToContainTextAsync(" 0 ");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_booking_pops_up_once_in_both_tabs_moves_a_colleagues_board_and_does_not_come_again()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await using var colleague = await browser.NewPageAsync(server.BaseUri, test: "colleague");
        var screen = new DayScreen(page);
        await screen.SignInAsync("admin");
        await new DayScreen(colleague).SignInAsync("anna");
        await colleague.GotoReadyAsync("/scoreboard?nach=alle");
        await Assertions.Expect(colleague.TestId("board-row").First).ToBeVisibleAsync();
        await Assertions.Expect(colleague.TestId("board-row").Filter(new() { HasText = "Admin" })).ToHaveCountAsync(0);
        var rows = await colleague.TestId("board-row").CountAsync();

        await screen.OpenAsync(DayScreen.FreeDay());
        var second = await page.Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(server.BaseUri, "/scoreboard").ToString());
        await Assertions.Expect(second.GetByTestId("ready")).ToHaveCountAsync(1);
        await screen.BookAsync("14:00", "Muster", "Petra");
        await Assertions.Expect(page.TestId("popup")).ToBeVisibleAsync();
        await screen.BookAsync("14:00", "Beispiel", "Petra");

        await Assertions.Expect(page.TestId("popup")).ToContainTextAsync("Erste Schritte");
        await Assertions.Expect(second.GetByTestId("popup")).ToContainTextAsync("Erste Schritte");
        await Assertions.Expect(page.TestId("popup")).ToContainTextAsync("1 von 2");
        await Assertions.Expect(colleague.TestId("board-row")).ToHaveCountAsync(rows + 1);
        await page.KeepPictureAsync("game-popup-office-Light");
        await page.AssertAccessibleAsync();
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce }); // colours change at once
        await page.KeepPictureAsync("game-popup-office-Dark");
        await page.AssertAccessibleAsync();
        var (popup, form) = (await page.TestId("popup").BoundingBoxAsync(), await page.TestId("booking-form").BoundingBoxAsync());
        Assert.True(popup!.X + popup.Width <= form!.X, "The popup covers the booking form.");

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.TestId("popup")).ToContainTextAsync("Level erreicht");
        await Assertions.Expect(second.GetByTestId("popup")).ToContainTextAsync("Level erreicht");
        await second.GetByTestId("popup-next").ClickAsync();
        await Assertions.Expect(page.TestId("popup")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).ToHaveTextAsync("2");

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).ToHaveTextAsync("2");
        await Assertions.Expect(page.TestId("popup")).ToHaveCountAsync(0);
        colleague.AssertQuiet();
        page.AssertQuiet();
    }

    [Fact]
    public async Task On_a_phone_a_popup_stands_in_the_top_bars_place_and_does_not_move_where_no_motion_is_wanted()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri, Screen.Phone);
        var screen = new DayScreen(page);
        await screen.SignInAsync("admin");
        await screen.OpenAsync(DayScreen.FreeDay());
        await Assertions.Expect(page.Page.Locator(".pop-place")).ToHaveCountAsync(1);
        await page.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await screen.BookAsync("14:00", "Beispiel", "Otto");
        await Assertions.Expect(page.TestId("popup")).ToContainTextAsync("Erste Schritte");
        await Assertions.Expect(page.TestId("popup")).ToBeInViewportAsync(new() { Ratio = 1 });
        var (popup, bar) = (await page.TestId("popup").BoundingBoxAsync(), await page.Page.Locator(".top").BoundingBoxAsync());

        Assert.Equal(0, popup!.Y);
        Assert.True(popup.Height <= bar!.Height, "The popup covers more than the top bar.");
        Assert.Equal("none", await page.TestId("popup").EvaluateAsync<string>("popup => getComputedStyle(popup).animationName"));
        await page.KeepPictureAsync("game-popup-phone-Light");
        await page.AssertFitsAsync();
        await page.AssertAccessibleAsync();
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.KeepPictureAsync("game-popup-phone-Dark");
        await page.AssertAccessibleAsync();
        await page.TestId("popup-next").ClickAsync();
        await screen.BookAsync("14:00", "Muster", "Otto");
        await Assertions.Expect(page.TestId("popup")).ToContainTextAsync("Level erreicht");
        await page.KeepPictureAsync("game-popup-level-phone-Dark");
        page.AssertQuiet();
    }
}
