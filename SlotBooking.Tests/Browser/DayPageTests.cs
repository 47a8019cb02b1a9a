using System.Globalization;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>An agent at work, in a real browser, on the demo office.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class DayPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_booking_is_taken_back_while_that_is_offered()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        var free = await anna.FreeAsync("16:00");

        await anna.BookAsync("16:00", "Muster", "Rückgabe");
        await page.Page.Keyboard.PressAsync("Control+z");
        await anna.ExpectOutcomeAsync("undone", "Rückgabe");

        await anna.ExpectFreeAsync("16:00", free);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_booking_is_cancelled_with_a_reason()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await anna.BookAsync("18:00", "Beispiel-Absage", "Jana");
        var free = await anna.FreeAsync("18:00");

        await anna.Own("Beispiel-Absage").GetByTestId("own-cancel").ClickAsync();
        await page.TestId("cancel-confirm").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Der Grund fehlt.")).ToBeVisibleAsync();
        await page.TestId("cancel-reason").FillAsync("Kunde hat abgesagt");
        await page.TestId("cancel-confirm").ClickAsync();
        await anna.ExpectOutcomeAsync("cancelled", "Beispiel-Absage");

        await anna.ExpectFreeAsync("18:00", free + 1);
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_booking_moves_to_another_time()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await anna.BookAsync("18:00", "Beispiel-Umzug", "Jana");
        var (from, to) = (await anna.FreeAsync("18:00"), await anna.FreeAsync("20:00"));

        await anna.Own("Beispiel-Umzug").GetByTestId("own-move").ClickAsync();
        await page.TestId("move-20:00").ClickAsync();
        await anna.ExpectOutcomeAsync("moved", "20:00");

        await anna.ExpectFreeAsync("18:00", from + 1);
        await anna.ExpectFreeAsync("20:00", to - 1);
        page.AssertQuiet();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_everything_typed_stays()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());

        await page.TestId("book-11:00").ClickAsync();
        await anna.Field("firstName").FillAsync("Jana");
        await anna.Field("email").FillAsync("jana@");
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("#lastName-error")).ToContainTextAsync("Der Nachname fehlt");
        await Assertions.Expect(page.Page.Locator("#email-error")).ToBeVisibleAsync();
        await Assertions.Expect(anna.Field("lastName")).ToBeFocusedAsync();
        await Assertions.Expect(anna.Field("lastName")).ToHaveAttributeAsync("aria-describedby", "lastName-error");
        await Assertions.Expect(anna.Field("firstName")).ToHaveValueAsync("Jana");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_same_customer_twice_is_a_warning_that_can_be_overridden()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await anna.BookAsync("11:00", "Beispiel-Doppelt", "Jana", "0171 3920055");

        await page.TestId("book-14:00").ClickAsync();
        await anna.Field("phone").PressSequentiallyAsync("01713920055");
        await Assertions.Expect(page.TestId("known-customer")).ToContainTextAsync("Beispiel-Doppelt");
        await page.TestId("known-customer").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("Beispiel-Doppelt");
        await page.TestId("booking-submit").ClickAsync();
        await Assertions.Expect(page.TestId("booking-duplicate")).ToBeVisibleAsync();
        await Assertions.Expect(page.TestId("booking-submit")).ToContainTextAsync("Trotzdem buchen");
        await page.TestId("booking-submit").ClickAsync();

        await anna.ExpectOutcomeAsync("booked", "Beispiel-Doppelt");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_slot_that_became_full_meanwhile_is_refused_and_the_nearest_free_ones_are_offered()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await using var other = await browser.NewPageAsync(server.BaseUri, test: "other");
        var (anna, mia) = (new DayScreen(page), new DayScreen(other));
        var day = DayScreen.FreeDay(ahead: 1);
        await anna.SignInAsync("anna");
        await mia.SignInAsync("mia");
        await anna.OpenAsync(day);
        await mia.OpenAsync(day);
        var time = await mia.ScarcestAsync("11:00", "14:00", "16:00", "18:00", "20:00");
        await page.TestId($"book-{time}").ClickAsync();
        await anna.Field("lastName").FillAsync("Beispiel-Zuspät");
        await anna.Field("firstName").FillAsync("Jana");

        for (var left = await mia.FreeAsync(time); left > 0; left--)
        {
            await mia.BookAsync(time, string.Create(CultureInfo.InvariantCulture, $"Muster-Füller-{left}"), "Jana");
        }

        await Assertions.Expect(anna.Slot(time)).ToHaveAttributeAsync("data-state", "full");
        await page.TestId("booking-submit").ClickAsync();
        await anna.ExpectOutcomeAsync("refused", "ist gerade voll geworden");
        await Assertions.Expect(anna.Result).ToHaveAttributeAsync("data-reason", "full");
        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("Beispiel-Zuspät");
        await page.TestId("booking-instead").First.ClickAsync();
        await Assertions.Expect(page.TestId("booking-submit")).Not.ToContainTextAsync(time);
        await page.TestId("booking-submit").ClickAsync();

        await anna.ExpectOutcomeAsync("booked", "Beispiel-Zuspät");
        page.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task A_date_that_does_not_exist_leads_to_today_with_a_notice()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await new DayScreen(page).SignInAsync("anna");

        await page.GotoReadyAsync("/day/2026-02-31");

        await Assertions.Expect(page.TestId("wrong-date")).ToContainTextAsync("Dieses Datum gibt es nicht");
        page.AssertQuiet();
    }

    [Fact]
    public async Task The_question_mark_shows_the_keys_and_escape_hides_them()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await page.TestId("keys-button").FocusAsync();

        await page.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.TestId("keys-dialog")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.TestId("keys-dialog")).ToBeHiddenAsync();
        await Assertions.Expect(page.TestId("keys-button")).ToBeFocusedAsync();
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_half_filled_form_survives_a_reload_and_is_gone_once_it_is_booked()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var anna = new DayScreen(page);
        await anna.SignInAsync("anna");
        await anna.OpenAsync(DayScreen.FreeDay());
        await page.TestId("book-20:00").ClickAsync();
        await anna.Field("lastName").FillAsync("Beispiel-Entwurf");
        await anna.Field("firstName").FillAsync("Jana");

        await page.Page.ReloadAsync();
        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("Beispiel-Entwurf", new() { Timeout = Deadline.Milliseconds(20) });
        await Assertions.Expect(page.TestId("booking-submit")).ToContainTextAsync("20:00");
        await page.TestId("booking-submit").ClickAsync();
        await anna.ExpectOutcomeAsync("booked", "Beispiel-Entwurf");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.TestId("ready")).ToBeAttachedAsync(new() { Timeout = Deadline.Milliseconds(20) });

        await Assertions.Expect(anna.Field("lastName")).ToHaveValueAsync("");
        page.AssertQuiet();
    }

    [Fact]
    public async Task A_consultant_sees_the_plan_without_anything_to_book()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        var clara = new DayScreen(page);
        await clara.SignInAsync("clara");
        await clara.OpenAsync(DayScreen.FreeDay());

        await Assertions.Expect(clara.Slot("14:00")).ToBeVisibleAsync();
        await Assertions.Expect(page.TestId("booking-form")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("[data-book]")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Theory]
    [InlineData("anna", ColorScheme.Light, false)]
    [InlineData("anna", ColorScheme.Dark, false)]
    [InlineData("anna", ColorScheme.Light, true)]
    [InlineData("anna", ColorScheme.Dark, true)]
    [InlineData("clara", ColorScheme.Light, false)]
    public async Task The_day_is_accessible_and_fits_its_screen(string userName, ColorScheme colors, bool onPhone)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri, onPhone ? Screen.Phone : Screen.Office, colors);
        var person = new DayScreen(page);
        await person.SignInAsync(userName);
        await person.OpenAsync(DayScreen.FreeDay());
        if (string.Equals(userName, "anna", StringComparison.Ordinal))
        {
            await page.TestId("book-11:00").ClickAsync();
            await page.TestId("booking-submit").ClickAsync();
            await Assertions.Expect(page.Page.Locator("#lastName-error")).ToBeVisibleAsync();
        }

        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.KeepPictureAsync(string.Create(CultureInfo.InvariantCulture, $"day-{userName}-{colors}-{(onPhone ? "phone" : "office")}"), whole: onPhone);

        page.AssertQuiet();
    }
}
