using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Counts the strokes of a booking and the seconds until others see it.</summary>
[Collection(BrowserTests.Timed), Trait(Needs.Trait, Needs.Browser)]
public sealed class LiveBookingTests(BrowserFixture browser)
{
    private const int MostStrokes = 8;

    [Fact]
    public async Task A_customer_is_booked_by_keyboard_with_few_strokes_and_another_browser_sees_it_within_a_second()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await using var other = await browser.NewPageAsync(server.BaseUri, test: "other");
        var (anna, mia) = (new DayScreen(page), new DayScreen(other));
        var day = DayScreen.FreeDay();
        await anna.SignInAsync("anna");
        await mia.SignInAsync("mia");
        await anna.OpenAsync(day);
        await mia.OpenAsync(day);
        var free = await mia.FreeAsync("14:00");

        await anna.PressAsync("2");
        await anna.TypeAsync("Muster");
        await anna.PressAsync("Tab");
        await anna.TypeAsync("Tastatur");
        await anna.PressAsync("Tab");
        await anna.TypeAsync("0171 3920041");
        await anna.PressAsync("Enter");
        await anna.ExpectOutcomeAsync("booked", "Muster, Tastatur");
        await Eventually.HoldsAsync(
            async () => await mia.FreeAsync("14:00") == free - 1, "the other browser shows it", Deadline.OfSeconds(1));

        Assert.InRange(anna.Strokes, 1, MostStrokes);
        await Assertions.Expect(other.TestId("news")).ToContainTextAsync("Anna hat 14:00 gebucht");
        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("");
        await Assertions.Expect(page.TestId("book-14:00")).ToBeFocusedAsync();
        page.AssertQuiet();
        other.AssertQuiet();
    }
}
