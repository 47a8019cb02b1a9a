using Microsoft.Playwright;
using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class CalendarPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_sees_that_google_hangs_while_the_page_stays_quick_and_that_it_is_back()
    {
        await using var google = await StandInServer.StartAsync();
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = "vera:ein-langes-kennwort",
            ["ADMIN_USERS"] = "vera",
            ["GOOGLE_CREDS_BASE64"] = google.Account.CredentialsBase64,
            ["CENTRAL_CALENDAR_ID"] = StandInServer.CentralId,
            ["CONSULTANTS"] = "Jonas=gibt-es-nicht@stand-in.example",
            ["Calendar__Google__BaseUri"] = google.BaseUri,
            ["Calendar__SyncSeconds"] = "3600",
        });
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await SignInAsync(page, "vera", "ein-langes-kennwort");
        await page.GotoReadyAsync("/admin/calendar");
        await Assertions.Expect(Line(page, "Zentralkalender")).ToHaveAttributeAsync("data-standing", "Fine");
        await Assertions.Expect(Line(page, "Jonas")).ToHaveAttributeAsync("data-standing", "Failing");
        await Assertions.Expect(page.TestId("calendar-error")).ToContainTextAsync("findet den Kalender nicht");

        google.Faults.Next(new Fault.Hang(), method: "GET");
        await page.TestId("calendar-check").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("calendar-answer")).ToContainTextAsync("läuft");
        await page.GotoReadyAsync("/admin/capacity"); // it can be left
        google.Faults.Clear();

        await page.GotoReadyAsync("/admin/calendar");
        google.AddCalendar("gibt-es-nicht@stand-in.example");
        await page.TestId("calendar-sync").ClickAsync();
        await Assertions.Expect(Line(page, "Jonas")).ToHaveAttributeAsync("data-standing", "Fine");
        await page.TestId("calendar-check").ClickAsync();
        await Assertions.Expect(page.TestId("calendar-answer")).ToContainTextAsync("stimmen überein");
        page.AssertQuiet();
    }

    [Theory]
    [InlineData("light", true)]
    [InlineData("light", false)]
    [InlineData("dark", true)]
    [InlineData("dark", false)]
    public async Task It_is_accessible_and_fits_on_both_screens_in_both_themes(string theme, bool isOffice)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(
            server.BaseUri, isOffice ? Screen.Office : Screen.Phone, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await SignInAsync(page, "admin", WebServer.DemoPassword);
        await page.GotoReadyAsync("/admin/calendar");

        await page.KeepPictureAsync($"calendar-{theme}-{(isOffice ? "office" : "phone")}", whole: true);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }

    private static ILocator Line(TestPage page, string name) => page.Page.Locator($"[data-testid=calendar-line][data-calendar='{name}']");

    private static async Task SignInAsync(TestPage page, string name, string password)
    {
        await page.Page.GotoAsync("/login");
        await page.Page.FillAsync("input[name=username]", name);
        await page.Page.FillAsync("input[name=password]", password);
        await page.Page.ClickAsync("button[type=submit]");
        await page.Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }
}
