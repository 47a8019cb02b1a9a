using System.Globalization;
using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
public sealed class ReadinessPageTests(BrowserFixture browser)
{
    /// <summary>A week that lies ahead whatever the day, inside what the calendars are read for.</summary>
    private static string WeekAhead(int weeks)
    {
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(7 * weeks);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    [Fact]
    public async Task A_consultant_switches_with_the_keyboard_and_an_admin_sees_it_without_a_reload()
    {
        var server = await browser.DemoAsync();
        await using var clara = await browser.SignedInAsync(server, "clara");
        await using var admin = await browser.SignedInAsync(server, "admin");
        await clara.GotoReadyAsync($"/readiness/{WeekAhead(3)}");
        await admin.GotoReadyAsync($"/readiness/{WeekAhead(3)}");

        var cell = clara.Page.Locator("button[data-state=open][data-ready=false]").First;
        var id = (await cell.GetAttributeAsync("data-testid"))!;
        await cell.FocusAsync();
        await clara.Page.Keyboard.PressAsync("Space");

        await Assertions.Expect(clara.TestId(id)).ToHaveAttributeAsync("data-ready", "true");
        await Assertions.Expect(admin.TestId(id)).ToHaveAttributeAsync("data-ready", "true");
        await Assertions.Expect(clara.TestId(id)).ToBeFocusedAsync();

        await clara.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(admin.TestId(id)).ToHaveAttributeAsync("data-ready", "false");
        clara.AssertQuiet();
        admin.AssertQuiet();
    }

    [Fact]
    public async Task Arrows_walk_the_grid_and_pass_over_times_without_a_slot()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "clara");
        await page.GotoReadyAsync($"/readiness/{WeekAhead(3)}");
        var slots = page.Page.Locator("[data-cells] button");
        var fridayAtNine = slots.First; // the only slot at nine

        await fridayAtNine.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(fridayAtNine).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowLeft");

        Assert.EndsWith("11:00", await page.Page.Locator(":focus").GetAttributeAsync("data-testid"), StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_whole_week_is_set_and_cleared_and_last_week_is_taken_over()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "tarek");
        await page.GotoReadyAsync($"/readiness/{WeekAhead(5)}");
        var open = page.Page.Locator("button[data-state=open]");
        var ready = page.Page.Locator("button[data-state=open][data-ready=true]");

        await page.TestId("clear-week").ClickAsync();
        await Assertions.Expect(ready).ToHaveCountAsync(0);
        await page.TestId("set-week").ClickAsync();
        await Assertions.Expect(ready).ToHaveCountAsync(await open.CountAsync());

        await page.TestId("week-on").ClickAsync();
        await page.Page.WaitForURLAsync($"**/readiness/{WeekAhead(6)}");
        await Assertions.Expect(page.Page.Locator(".toolbar h2")).ToContainTextAsync(WeekAhead(6)[6..].TrimStart('0'));
        await page.TestId("clear-week").ClickAsync();
        await Assertions.Expect(ready).ToHaveCountAsync(0);
        await page.TestId("copy-week").ClickAsync();
        await Assertions.Expect(ready).Not.ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Fact]
    public async Task Clearing_where_customers_would_be_without_a_place_asks_first()
    {
        var server = await browser.DemoAsync();
        await using var admin = await browser.SignedInAsync(server, "admin");
        await admin.GotoReadyAsync("/readiness");
        var full = FullCell(admin);
        for (var week = 0; week < 3 && await full.CountAsync() == 0; week++)
        {
            await admin.GotoReadyAsync($"/readiness/{WeekAhead(week)}");
            foreach (var person in await admin.Page.Locator(".people a").AllAsync())
            {
                await person.ClickAsync();
                await Assertions.Expect(person).ToHaveAttributeAsync("aria-current", "true");
                if (await full.CountAsync() > 0)
                {
                    break;
                }
            }
        }

        var id = (await full.First.GetAttributeAsync("data-testid"))!;
        await admin.TestId(id).ClickAsync();
        await Assertions.Expect(admin.TestId("confirm-clear")).ToBeVisibleAsync();
        await Assertions.Expect(admin.TestId(id)).ToHaveAttributeAsync("data-ready", "true");
        await admin.TestId("confirm-clear").ClickAsync();
        await Assertions.Expect(admin.TestId(id)).ToHaveAttributeAsync("data-ready", "false");
        await admin.TestId(id).ClickAsync();
        await Assertions.Expect(admin.TestId(id)).ToHaveAttributeAsync("data-ready", "true");
        admin.AssertQuiet();
    }

    [Fact]
    public async Task An_agent_has_no_business_here()
    {
        var server = await browser.DemoAsync();
        await using var anna = await browser.SignedInAsync(server, "anna");

        await anna.Page.GotoAsync("/readiness");

        await Assertions.Expect(anna.Page.GetByText("nicht für dich freigegeben")).ToBeVisibleAsync();
        await Assertions.Expect(anna.Page.Locator("[data-cells]")).ToHaveCountAsync(0);
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task It_is_accessible_and_fits_on_both_screens_in_both_themes(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);
        await page.GotoReadyAsync("/readiness");

        await page.KeepPictureAsync($"readiness-{screen}-{colors}", whole: true);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.GotoReadyAsync($"/readiness/{WeekAhead(1)}");
        await page.AssertAccessibleAsync();
        page.AssertQuiet();
    }

    /// <summary>A slot in which more places are taken than one consultant less would have.</summary>
    private static ILocator FullCell(TestPage page) =>
        page.Page.Locator("button[data-missing]:not([data-missing='0'])");
}
