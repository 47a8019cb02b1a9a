using Microsoft.Playwright;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
public sealed class MyBookingsPageTests(BrowserFixture browser)
{
    private const string Password = "ein-langes-kennwort";

    [Fact]
    public async Task An_agent_drags_a_card_takes_it_back_and_does_the_same_by_keyboard_while_others_work()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "anna");
        await using var watcher = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync(ShortColumns);
        var (id, other) = (await ToComeAsync(page, 0), await ToComeAsync(page, 1));
        await watcher.GotoReadyAsync($"/my-calendar?open={id}");

        await Card(page, "open", id).DragToAsync(page.TestId("lane-confirmed"), new() { TargetPosition = new() { X = 60, Y = 20 } });
        await Assertions.Expect(Card(page, "confirmed", id)).ToBeFocusedAsync();
        await Assertions.Expect(page.TestId("mine-result")).ToContainTextAsync("steht auf bestätigt");
        await Assertions.Expect(watcher.TestId("panel")).ToHaveAttributeAsync("data-stand", "confirmed");
        await page.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Card(page, "open", id)).ToBeVisibleAsync();
        await Assertions.Expect(page.TestId("mine-undo")).ToHaveCountAsync(0);

        await Card(page, "open", id).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("menu-confirmed")).ToBeFocusedAsync();
        await Assertions.Expect(page.TestId("menu-completed")).ToContainTextAsync("ab ");
        await watcher.GotoReadyAsync($"/my-calendar?open={other}");
        await watcher.TestId("say-confirmed").ClickAsync();
        await Assertions.Expect(Card(page, "confirmed", other)).ToBeVisibleAsync();
        await Assertions.Expect(page.TestId("menu-confirmed")).ToBeFocusedAsync(); // a change elsewhere closes no menu
        await page.Page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.TestId("card-menu")).ToBeVisibleAsync(); // it has not begun
        await page.Page.Keyboard.PressAsync("2");
        await Assertions.Expect(Card(page, "confirmed", id)).ToBeFocusedAsync();
        await page.TestId("mine-undo").ClickAsync();
        await Assertions.Expect(Card(page, "open", id)).ToBeVisibleAsync();

        await Card(page, "confirmed", other).DragToAsync(page.TestId("lane-open"), new() { TargetPosition = new() { X = 60, Y = 20 } });
        await Assertions.Expect(watcher.TestId("panel")).ToHaveAttributeAsync("data-stand", "open");
        await watcher.TestId("say-confirmed").ClickAsync();
        await Assertions.Expect(Card(page, "confirmed", other)).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.TestId("mine-result")).ToContainTextAsync("lässt sich nicht mehr zurücknehmen"); // somebody else's word is newer
        await Assertions.Expect(Card(page, "confirmed", other)).ToBeVisibleAsync();
        page.AssertQuiet();
        watcher.AssertQuiet();
    }

    [Fact]
    public async Task Calling_off_asks_for_a_reason_and_putting_off_for_a_time()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "anna");
        await page.GotoReadyAsync(ShortColumns);
        var (id, other) = (await ToComeAsync(page, 0), await ToComeAsync(page, 1));

        await Card(page, "open", id).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("card-menu")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("5");
        await Assertions.Expect(page.TestId("cancel-reason")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("panel")).ToContainTextAsync("Der Grund fehlt.");
        await page.TestId("cancel-reason").FillAsync("Ist krank");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Card(page, "cancelled", id)).ToContainTextAsync("Ist krank");
        await page.TestId("mine-undo").ClickAsync();
        await Assertions.Expect(Card(page, "open", id)).ToBeVisibleAsync();

        await page.TestId("panel-close").ClickAsync(); // a popup of the game would take the escape key
        await Assertions.Expect(page.TestId("panel")).ToHaveCountAsync(0);
        await Card(page, "open", other).DragToAsync(page.TestId("lane-rescheduled"), new() { TargetPosition = new() { X = 60, Y = 20 } });
        var history = page.TestId("history").Locator("li");
        await Assertions.Expect(history.First).ToBeVisibleAsync();
        var before = await history.CountAsync(); // whoever booked it may have moved it, too
        await page.TestId("move-suggestion").First.ClickAsync();
        await Assertions.Expect(page.TestId("mine-result")).ToContainTextAsync("verschoben auf");
        await page.TestId("say-rescheduled").ClickAsync();
        await page.TestId("put-off").ClickAsync();
        await Assertions.Expect(Card(page, "rescheduled", other)).ToBeVisibleAsync();

        await page.TestId("note-call").ClickAsync();
        await page.TestId("call-note").FillAsync("Nach 17 Uhr");
        await page.TestId("call-save").ClickAsync();
        await Assertions.Expect(page.TestId("panel")).ToContainTextAsync("Nach 17 Uhr");
        await Assertions.Expect(Card(page, "rescheduled", other)).ToContainTextAsync("Rückruf");
        await Assertions.Expect(history).ToHaveCountAsync(before + 3); // moved, put off, call-back
        page.AssertQuiet();
    }

    [Fact]
    public async Task What_is_said_here_stands_in_the_calendar_and_what_is_said_there_shows_on_the_open_page()
    {
        await using var google = await StandInServer.StartAsync();
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = $"anna:{Password},vera:{Password}",
            ["ADMIN_USERS"] = "vera",
            ["GOOGLE_CREDS_BASE64"] = google.Account.CredentialsBase64,
            ["CENTRAL_CALENDAR_ID"] = StandInServer.CentralId,
            ["Calendar__Google__BaseUri"] = google.BaseUri,
            ["Calendar__SyncSeconds"] = "1",
        });
        await using var page = await browser.SignedInAsync(server, "anna", password: Password);
        await page.GotoReadyAsync("/my-calendar");
        await Assertions.Expect(page.TestId("mine-empty")).ToBeVisibleAsync();

        Enter(google, "muster", "Muster, Max");
        Enter(google, "beispiel", "Beispiel, Erika");
        await Assertions.Expect(page.TestId("lane-open").GetByTestId("card")).ToHaveCountAsync(2, new() { Timeout = Deadline.Milliseconds(30) });
        var card = page.TestId("lane-open").GetByTestId("card").Filter(new() { HasText = "Muster" });
        await card.DragToAsync(page.TestId("lane-completed"), new() { TargetPosition = new() { X = 60, Y = 20 } });
        await Assertions.Expect(page.TestId("lane-completed")).ToContainTextAsync("Muster");
        await Eventually.HoldsAsync(() => ((string?)google.Central.Get("muster")["summary"])?.EndsWith("( erschienen )", StringComparison.Ordinal) == true, "the mark stands in the calendar");

        google.Central.Change("beispiel", new() { ["colorId"] = "11" }, ifMatch: null);
        await Assertions.Expect(page.TestId("lane-noshow")).ToContainTextAsync("Beispiel", new() { Timeout = Deadline.Milliseconds(30) });
        google.Central.Change("beispiel", new() { ["summary"] = "Beispiel, Erika ( Ghost )" }, ifMatch: null);
        await Assertions.Expect(page.TestId("lane-ghost")).ToContainTextAsync("Beispiel", new() { Timeout = Deadline.Milliseconds(30) });
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_address_holds_what_is_shown_but_the_server_never_hears_the_search()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await page.GotoReadyAsync("/my-calendar?view=table");
        var asked = new List<string>();
        page.Page.Request += (_, request) => asked.Add(request.Url);

        await page.TestId("sort-customer").ClickAsync();
        await Assertions.Expect(page.Page.Locator("th.c-customer")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.TestId("filter").Locator("summary").ClickAsync();
        await page.TestId("filter-ghost").CheckAsync();
        await Assertions.Expect(page.TestId("mine-row").First).ToHaveAttributeAsync("data-stand", "ghost");
        await page.TestId("mine-search").FillAsync("beispiel");
        await Assertions.Expect(page.TestId("mine-row").First).ToContainTextAsync("Beispiel");
        var rows = await page.TestId("mine-row").AllInnerTextsAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.TestId("ready")).ToBeAttachedAsync();

        Assert.Equal(rows, await page.TestId("mine-row").AllInnerTextsAsync());
        await Assertions.Expect(page.TestId("mine-search")).ToHaveValueAsync("beispiel");
        Assert.DoesNotContain(asked, address => address.Split('#')[0].Contains("beispiel", StringComparison.OrdinalIgnoreCase));
        await page.TestId("view-week").ClickAsync();
        await Assertions.Expect(page.TestId("mine-week")).ToBeVisibleAsync();
        var week = await page.TestId("week-title").InnerTextAsync();
        await page.TestId("week-next").ClickAsync();
        await Assertions.Expect(page.TestId("week-title")).Not.ToHaveTextAsync(week);
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.TestId("week-title")).ToHaveTextAsync(week);
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task Each_view_fits_its_screen_and_is_accessible(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "anna", Screen.Of(screen), colors);
        foreach (var view in new[] { "week", "table", "board" })
        {
            await page.GotoReadyAsync($"/my-calendar?view={view}");
            await page.KeepPictureAsync($"mine-{view}-{screen}-{colors}");
            await page.AssertAccessibleAsync();
            await page.AssertFitsAsync();
        }

        if ((screen == "phone") == (colors == ColorScheme.Light))
        {
            page.AssertQuiet();
            return; // what opens over the page is looked at once on each screen and once in each theme
        }

        await page.TestId("card").First.ClickAsync();
        await Assertions.Expect(page.TestId("history").Locator("li").First).ToBeVisibleAsync();
        await page.TestId("panel-close").ClickAsync(); // a popup of the game would take the escape key
        await Assertions.Expect(page.TestId("panel")).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("card-menu")).ToBeVisibleAsync();
        await page.KeepPictureAsync($"mine-menu-{screen}-{colors}");
        await page.AssertAccessibleAsync();
        await page.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(page.TestId("panel")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }

    /// <summary>An appointment that is over, as somebody enters it by hand for Anna.</summary>
    private static void Enter(StandInServer google, string id, string title)
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(-5);
        var entered = GoogleBed.Entered(id, title, new(start, start.AddHours(2)));
        entered["description"] = "[Booked by: anna]";
        google.Central.Insert(entered);
    }

    /// <summary>From today on, so that nothing has to be scrolled between taking a card and dropping it.</summary>
    private static string ShortColumns
    {
        get
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            return $"/my-calendar?from={today:yyyy-MM-dd}&to={today.AddDays(90):yyyy-MM-dd}";
        }
    }

    private static ILocator Card(TestPage page, string lane, string id) => page.TestId($"lane-{lane}").Locator($"[data-card='{id}']");

    /// <summary>The id of an open appointment that has not begun.</summary>
    private static async Task<string> ToComeAsync(TestPage page, int number) =>
        await page.TestId("lane-open").Locator("[data-early]").Nth(number).GetAttributeAsync("data-card") ?? "";
}
