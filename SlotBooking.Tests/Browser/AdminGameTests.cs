using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Game), Trait(Needs.Trait, Needs.Browser)]
public sealed class AdminGameTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_admin_changes_a_rule_corrects_points_and_leaves_somebody_out_of_the_boards()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await using var anna = await browser.NewPageAsync(server.BaseUri, test: "anna");
        await new DayScreen(page).SignInAsync("admin");
        await new DayScreen(anna).SignInAsync("anna");
        await anna.GotoReadyAsync("/gamification");
        await Assertions.Expect(anna.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("");
        await page.GotoReadyAsync("/admin/game");
        await Assertions.Expect(page.TestId("game-person").First).ToBeVisibleAsync();

        await page.TestId("rule-booking").FillAsync("101");
        await Assertions.Expect(page.TestId("rule-booking-problem")).ToContainTextAsync("0 bis 100 Punkte");
        await page.TestId("rules-save").ClickAsync();
        await Assertions.Expect(page.TestId("rules-said")).ToContainTextAsync("Nichts gespeichert");
        await page.TestId("rule-booking").FillAsync("3");
        await page.TestId("rule-level-growth").FillAsync("1.5");
        await page.TestId("rules-save").ClickAsync();
        await Assertions.Expect(page.TestId("rules-said")).ToContainTextAsync("Gespeichert");
        await Assertions.Expect(page.TestId("rule-changes").Locator("li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.TestId("rule-changes")).ToContainTextAsync("Buchung: 3 statt 2, jedes weitere mal: 1,5 statt 1,25");

        await page.TestId("correct-save").ClickAsync();
        await Assertions.Expect(page.TestId("correct-whom-problem")).ToContainTextAsync("Wähle eine Person");
        await page.TestId("correct-whom").SelectOptionAsync(new SelectOptionValue { Label = "Anna Richter" });
        await Assertions.Expect(page.TestId("correct-points-problem")).ToContainTextAsync("nur nicht 0");
        await Assertions.Expect(page.TestId("correct-reason-problem")).ToContainTextAsync("Gib einen Grund an");
        await page.TestId("correct-points").FillAsync("-4");
        await page.TestId("correct-reason").FillAsync("Doppelt gezählt");
        await page.TestId("correct-save").DblClickAsync();
        await Assertions.Expect(anna.TestId("ledger-line").First).ToContainTextAsync("Doppelt gezählt");
        await Assertions.Expect(page.TestId("corrections").Locator("li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.TestId("corrections")).ToContainTextAsync("−4 Anna Richter: Doppelt gezählt");

        await anna.GotoReadyAsync("/scoreboard?nach=alle");
        var rows = await anna.TestId("board-row").CountAsync();
        await page.TestId("game-person").Filter(new() { HasText = "Ben" }).Locator("input").UncheckAsync();
        await Assertions.Expect(anna.TestId("board-row")).ToHaveCountAsync(rows - 1);
        await page.TestId("rule-boards").SelectOptionAsync(new SelectOptionValue { Label = "nur das Team zusammen" });
        await page.TestId("rules-save").ClickAsync();
        await Assertions.Expect(anna.TestId("board-row")).ToHaveCountAsync(0);
        anna.AssertQuiet();
        page.AssertQuiet();
    }

    [Fact]
    public async Task What_one_admin_types_stays_when_another_one_saves_and_takes_nothing_back()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await using var other = await browser.SignedInAsync(server, "admin", test: "other");
        await page.GotoReadyAsync("/admin/game");
        await other.GotoReadyAsync("/admin/game");
        await page.TestId("rule-streak").FillAsync("4");

        await other.TestId("rule-booking").FillAsync("3");
        await other.TestId("rules-save").ClickAsync();
        await Assertions.Expect(page.TestId("rule-booking")).ToHaveValueAsync("3");
        await Assertions.Expect(page.TestId("rule-streak")).ToHaveValueAsync("4");
        await page.TestId("rules-save").ClickAsync();

        await Assertions.Expect(other.TestId("rule-streak")).ToHaveValueAsync("4");
        await Assertions.Expect(other.TestId("rule-booking")).ToHaveValueAsync("3");
        await Assertions.Expect(other.TestId("rule-changes").Locator("li").First).ToContainTextAsync("Serie hält: 4 statt 2");
        page.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task An_absence_that_somebody_enters_mends_the_streak_on_every_open_page()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await using var anna = await browser.SignedInAsync(server, "anna", test: "anna");
        await anna.GotoReadyAsync("/gamification");
        await page.GotoReadyAsync("/admin/game");
        var booked = anna.Page.Locator("[data-testid=streak-day].booked").Last;
        var day = await booked.GetAttributeAsync("data-why");
        await Assertions.Expect(anna.TestId("absence")).ToHaveCountAsync(0);

        await page.TestId("absent-whom").SelectOptionAsync(new SelectOptionValue { Label = "Anna Richter" });
        await page.TestId("absence-through").FillAsync("2026-01-01");
        await page.TestId("absence-enter").ClickAsync();
        await Assertions.Expect(page.TestId("absence-said")).ToContainTextAsync("Das Ende liegt vor dem Anfang");
        await page.TestId("absence-first").FillAsync(day!);
        await page.TestId("absence-through").FillAsync(day!);
        await page.TestId("absence-enter").DblClickAsync();
        await Assertions.Expect(page.TestId("absence")).ToHaveCountAsync(1);
        await Assertions.Expect(page.TestId("absence")).ToContainTextAsync("Anna Richter");
        await Assertions.Expect(anna.TestId("absence")).ToHaveCountAsync(1);
        await anna.TestId("absence-withdraw").ClickAsync();
        await Assertions.Expect(page.TestId("absence")).ToHaveCountAsync(0);
        await Assertions.Expect(anna.TestId("absence")).ToHaveCountAsync(0);
        await Assertions.Expect(anna.Page.Locator("#h-absences")).ToBeFocusedAsync();
        anna.AssertQuiet();
        page.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task It_is_accessible_and_fits_on_both_screens_in_both_themes(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);
        await page.GotoReadyAsync("/admin/game");
        await Assertions.Expect(page.TestId("game-person").First).ToBeVisibleAsync();
        await page.TestId("rule-booking").FillAsync("zwei");
        await Assertions.Expect(page.TestId("rule-booking-problem")).ToBeVisibleAsync();
        await page.TestId("correct-save").ClickAsync();
        await Assertions.Expect(page.TestId("correct-reason-problem")).ToBeVisibleAsync();

        await page.KeepPictureAsync($"game-admin-{screen}-{colors}", whole: true);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        page.AssertQuiet();
    }
}
