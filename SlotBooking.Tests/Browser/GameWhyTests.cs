using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Game), Trait(Needs.Trait, Needs.Browser)]
public sealed partial class GameWhyTests(BrowserFixture browser)
{
    [Fact]
    public async Task Every_number_of_the_page_leads_to_the_lines_that_make_it()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await new DayScreen(page).SignInAsync("ben");
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("", new() { Timeout = Deadline.Milliseconds(30) });
        await page.GotoReadyAsync("/gamification");

        foreach (var number in (string[])["why-this-month", "why-best"])
        {
            var shown = Number(await page.TestId(number).InnerTextAsync());
            await page.TestId(number).ClickAsync();
            await Assertions.Expect(page.Page.Locator("#h-why")).ToContainTextAsync("Warum habe ich "); // on the first of a month there may be no line
            Assert.Equal(shown, Number(await page.Page.Locator("#h-why").InnerTextAsync()));
            Assert.Equal(shown, await SumAsync(page));
            await page.TestId("why-close").ClickAsync();
            await Assertions.Expect(page.TestId("why")).ToHaveCountAsync(0);
            await Assertions.Expect(page.TestId(number)).ToBeFocusedAsync();
        }

        var all = Number(await page.TestId("why-ever").InnerTextAsync());
        await page.TestId("why-ever").ClickAsync();
        await Assertions.Expect(page.TestId("why-months")).ToBeVisibleAsync();
        Assert.Equal(all, Number(await page.Page.Locator("#h-why").InnerTextAsync()));
        var months = await page.TestId("why-months").Locator("b").AllInnerTextsAsync();
        Assert.Equal(all, months.Sum(Number));
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_day_of_the_calendar_opens_with_the_keyboard_keeps_the_page_where_it_stood_and_closes_with_escape()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri, Screen.Phone);
        await new DayScreen(page).SignInAsync("ben");
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("", new() { Timeout = Deadline.Milliseconds(30) });
        await page.GotoReadyAsync("/gamification");
        var day = page.TestId("streak-day").First;
        await Assertions.Expect(day).ToHaveAttributeAsync("aria-label", Told());
        await day.FocusAsync();
        var stood = await page.Page.EvaluateAsync<int>("() => scrollY");

        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#h-why")).ToBeFocusedAsync();
        Assert.Equal(stood, await page.Page.EvaluateAsync<int>("() => scrollY"));
        await page.TestId("why-after").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(Asked());
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.TestId("why")).ToHaveCountAsync(0);
        await Assertions.Expect(day).ToBeFocusedAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task English_people_read_the_game_in_English()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await page.Page.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = "c=en-GB|uic=en-GB", Url = server.BaseUri.ToString() }]);
        await new DayScreen(page).SignInAsync("ben");
        await Assertions.Expect(page.Page.Locator(".mycard [data-card=level]")).Not.ToHaveTextAsync("", new() { Timeout = Deadline.Milliseconds(30) });
        await page.GotoReadyAsync("/badges");
        await Assertions.Expect(page.TestId("badge-first_booking")).ToContainTextAsync("First steps");
        await Assertions.Expect(page.TestId("badge-milestone_1000")).ToContainTextAsync("of 1,000");
        await page.GotoReadyAsync("/gamification");
        await Assertions.Expect(page.TestId("xp")).ToContainTextAsync(",");
        await Assertions.Expect(page.TestId("goal").First).ToContainTextAsync(" to ");
        page.AssertQuiet();
    }

    private static async Task<int> SumAsync(TestPage page)
    {
        var sum = 0;
        for (var n = 2; ; n++)
        {
            sum += (await page.TestId("why-line").Locator("> b").AllInnerTextsAsync()).Sum(Number);
            if (await page.TestId("why-older").CountAsync() == 0)
            {
                return sum;
            }

            await page.TestId("why-older").ClickAsync();
            await Assertions.Expect(page.TestId("why-page")).ToContainTextAsync($"Seite {n} von ");
        }
    }

    private static int Number(string text) => int.Parse(
        Digits().Match(text).Value.Replace(".", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex("[−+]?[0-9.]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("^(?:Mo|Di|Mi|Do|Fr) .+: .+ (?:Punkte|Punkt)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();

    [GeneratedRegex("warum=20", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
