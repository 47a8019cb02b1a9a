using System.Net;
using Microsoft.Playwright;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Selection;
using SlotBooking.Tests.Web;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
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

    [Fact]
    public async Task A_revoked_key_is_told_to_admins_on_every_page_and_to_whoever_watches_the_server()
    {
        await using var google = await StandInServer.StartAsync();
        google.Tokens.RefuseWith = "invalid_grant";
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = "vera:ein-langes-kennwort,anna:ein-langes-kennwort",
            ["ADMIN_USERS"] = "vera",
            ["GOOGLE_CREDS_BASE64"] = google.Account.CredentialsBase64,
            ["CENTRAL_CALENDAR_ID"] = StandInServer.CentralId,
            ["Calendar__Google__BaseUri"] = google.BaseUri,
            ["Calendar__SyncSeconds"] = "1",
        });
        await using var admin = await browser.NewPageAsync(server.BaseUri);
        await SignInAsync(admin, "vera", "ein-langes-kennwort");
        await admin.GotoReadyAsync("/admin/capacity");
        await Assertions.Expect(admin.TestId("calendar-locked-out")).ToContainTextAsync("lässt das Dienstkonto nicht herein (invalid_grant)");
        await Assertions.Expect(admin.TestId("calendar-away")).ToHaveCountAsync(0); // one banner is enough
        await admin.AssertAccessibleAsync();
        await using var agent = await browser.NewPageAsync(server.BaseUri);
        await SignInAsync(agent, "anna", "ein-langes-kennwort");
        await agent.GotoReadyAsync("/day");
        await Assertions.Expect(agent.TestId("calendar-away")).ToBeVisibleAsync();
        await Assertions.Expect(agent.TestId("calendar-locked-out")).ToHaveCountAsync(0);

        using var machine = new OfficeClient(server.BaseUri);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), await HealthAsync(machine, "ready")); // booking goes on
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Degraded"), await HealthAsync(machine, "calendar"));

        await admin.TestId("calendar-locked-out").GetByRole(AriaRole.Link).ClickAsync();
        google.Tokens.RefuseWith = null;
        await admin.TestId("calendar-sync").ClickAsync();
        await Assertions.Expect(admin.TestId("calendar-locked-out")).ToHaveCountAsync(0);
        await Assertions.Expect(agent.TestId("calendar-away")).ToHaveCountAsync(0);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await HealthAsync(machine, "calendar"));

        await agent.TestId("calendar-age").Locator("summary").FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.TestId("calendar-age-of")).ToContainTextAsync(["Zentralkalender"]);
        await agent.AssertAccessibleAsync();
        await agent.KeepPictureAsync("calendar-ages");
        await agent.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.TestId("calendar-age-of")).ToHaveCountAsync(0);
        admin.AssertQuiet();
        agent.AssertQuiet();
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

    private static async Task<(HttpStatusCode Status, string Word)> HealthAsync(OfficeClient machine, string what)
    {
        using var answer = await machine.GetAsync($"/health/{what}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
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
