using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Signing in and out in a real browser.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class LoginTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_wrong_password_gets_one_sentence_and_the_right_one_the_day()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);

        await page.Page.GotoAsync("/login");
        await page.Page.FillAsync("[name=username]", "jemand");
        await page.Page.FillAsync("[name=password]", "stimmt nicht");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("login-error")).ToContainTextAsync("Benutzername oder Passwort stimmt nicht.");
        await new DayScreen(page).SignInAsync("julia");

        await Assertions.Expect(page.Page.Locator("h1")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task Signing_out_ends_at_the_sign_in_and_the_day_asks_again()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await new DayScreen(page).SignInAsync("lukas");

        await page.Page.ClickAsync("details.account summary");
        await page.Page.ClickAsync("form[action='/logout'] button");
        await Assertions.Expect(page.TestId("login-form")).ToBeVisibleAsync();
        await page.Page.GotoAsync("/day/2026-11-24");

        await Assertions.Expect(page.TestId("login-form")).ToBeVisibleAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_office_speaks_English_to_those_who_ask_for_it()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await page.Page.GotoAsync("/login");

        await page.Page.ClickAsync("form[action='/language'] button");

        await Assertions.Expect(page.Page.Locator("h2")).ToHaveTextAsync("Sign in");
        await new DayScreen(page).SignInAsync("nora");
        await Assertions.Expect(page.TestId("booking-submit")).ToContainTextAsync("Book");
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task The_sign_in_is_accessible_and_fits_its_screen(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri, Screen.Of(screen), colors);

        await page.Page.GotoAsync("/login?error=locked");

        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }
}
