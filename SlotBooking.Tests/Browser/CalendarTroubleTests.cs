using System.Globalization;
using Microsoft.Playwright;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>What people do in Google's calendar, and a dry run, as agents and admins see them.</summary>
[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
public sealed class CalendarTroubleTests(BrowserFixture browser)
{
    private const string ClaraId = "clara@stand-in.example";
    private const string Password = "ein-langes-kennwort";

    [Fact]
    public async Task An_appointment_deleted_in_the_calendar_is_shown_to_its_agent_who_enters_it_again_by_keyboard()
    {
        await using var google = await StandInServer.StartAsync();
        var day = DayScreen.FreeDay();
        google.AddCalendar(ClaraId).Insert(GoogleBed.Entered("bereit1", "T1-bereit", Hours(day, 9, 22)));
        await using var server = await StartAsync(google);
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna", Password);
        await anna.OpenAsync(day);
        await Eventually.HoldsAsync(async () => await anna.FreeAsync("14:00") > 0, "Clara is ready");
        await anna.BookAsync("14:00", "Muster", "Max");
        await Eventually.HoldsAsync(() => google.Central.Alive().Count == 1, "the event stands in the calendar");
        var free = await anna.FreeAsync("14:00");
        var id = (string)google.Central.Alive()[0]["id"]!;

        // A reading that began before the event was written proves nothing: it would be looked for again ten minutes later.
        var reads = CentralReads(google);
        await Eventually.HoldsAsync(() => CentralReads(google) >= reads + 2, "the calendar was read since");
        google.Central.Delete(id, ifMatch: null);

        await Assertions.Expect(page.TestId("calendar-lost")).ToBeVisibleAsync(new() { Timeout = Deadline.Milliseconds(15) });
        await Assertions.Expect(anna.Own("Muster")).ToContainTextAsync("im Kalender gelöscht");
        await anna.ExpectFreeAsync("14:00", free + 1);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.KeepPictureAsync("calendar-deleted");

        var again = anna.Own("Muster").GetByTestId("own-restore");
        await Assertions.Expect(again).ToContainTextAsync("Wieder eintragen");
        await again.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await anna.ExpectOutcomeAsync("undone", "Muster");
        await anna.ExpectFreeAsync("14:00", free);
        await Assertions.Expect(page.TestId("calendar-lost")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync(() => google.Central.Alive().Count == 1, "the event stands again");
        Assert.Equal(id, (string?)google.Central.Alive()[0]["id"]);
        page.AssertQuiet();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_dry_run_is_told_to_admins_on_the_calendar_page_and_everywhere_and_to_nobody_else(bool isOffice)
    {
        await using var google = await StandInServer.StartAsync();
        await using var server = await StartAsync(google, dryRun: true);
        await using var page = await browser.NewPageAsync(server.BaseUri, isOffice ? Screen.Office : Screen.Phone, isOffice ? ColorScheme.Light : ColorScheme.Dark);
        await new DayScreen(page).SignInAsync("vera", Password);

        await page.GotoReadyAsync("/admin/calendar");
        await Assertions.Expect(page.TestId("dry-run")).ToContainTextAsync("Es wird nichts geschrieben");
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.KeepPictureAsync($"calendar-dry-run-{(isOffice ? "office" : "phone")}");
        await page.GotoReadyAsync("/admin/capacity");
        await Assertions.Expect(page.TestId("calendar-dry-run")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await using var agent = await browser.NewPageAsync(server.BaseUri, test: "agent");
        await new DayScreen(agent).SignInAsync("anna", Password);
        await Assertions.Expect(agent.TestId("calendar-dry-run")).ToHaveCountAsync(0);
        Assert.All(google.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        page.AssertQuiet();
        agent.AssertQuiet();
    }

    private static Task<WebServer> StartAsync(StandInServer google, bool dryRun = false) => WebServer.StartAsync("Production", new Dictionary<string, string?>
    {
        ["USERLIST"] = $"vera:{Password},anna:{Password}",
        ["ADMIN_USERS"] = "vera",
        ["GOOGLE_CREDS_BASE64"] = google.Account.CredentialsBase64,
        ["CENTRAL_CALENDAR_ID"] = StandInServer.CentralId,
        ["CONSULTANTS"] = dryRun ? null : $"Clara={ClaraId}",
        ["Calendar__Google__BaseUri"] = google.BaseUri,
        ["Calendar__SyncSeconds"] = "1",
        ["Calendar__DryRun"] = dryRun.ToString(CultureInfo.InvariantCulture),
    });

    private static TimeRange Hours(DateOnly day, int from, int to)
    {
        var clock = new OfficeClock(TimeProvider.System, Builders.Berlin.Zone);
        return new TimeRange(clock.At(day, new TimeOnly(from, 0)), clock.At(day, new TimeOnly(to, 0)));
    }

    private static int CentralReads(StandInServer google) => google.Requests.Count(request =>
        request.StartsWith("GET ", StringComparison.Ordinal)
        && request.Contains(StandInServer.CentralId.Split('@')[0], StringComparison.Ordinal)
        && request.Contains("/events?", StringComparison.Ordinal));
}
