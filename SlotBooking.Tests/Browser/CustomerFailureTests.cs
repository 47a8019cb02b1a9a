using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
public sealed class CustomerFailureTests(BrowserFixture browser)
{
    [Fact]
    public async Task What_cannot_be_written_is_said_at_its_place_with_an_id_that_is_in_the_log_and_the_page_lives_on()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.NewPageAsync(server.BaseUri);
        await page.Page.GotoAsync("/login");
        await page.Page.FillAsync("input[name=username]", "anna");
        await page.Page.FillAsync("input[name=password]", WebServer.DemoPassword);
        await page.Page.ClickAsync("button[type=submit]");
        await page.Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        await page.GotoReadyAsync("/customers");
        await page.TestId("customer-line").First.ClickAsync();
        await Assertions.Expect(page.TestId("customer-profile")).ToBeVisibleAsync();
        await BreakAsync(server, "CREATE TRIGGER broken_notes BEFORE INSERT ON customer_notes BEGIN SELECT RAISE(ABORT, 'broken'); END");

        await page.TestId("note-text").FillAsync("Ruft zurück.");
        await page.TestId("add-note").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#note-error")).ToContainTextAsync("Das hat nicht geklappt. Versuch es noch einmal. Fehler ");
        var said = await page.Page.Locator("#note-error").InnerTextAsync();
        Assert.Contains(said[^8..^1], server.Log, StringComparison.Ordinal);
        Assert.Equal("Ruft zurück.", await page.TestId("note-text").InputValueAsync());

        await BreakAsync(server, "DROP TRIGGER broken_notes");
        await page.TestId("add-note").ClickAsync();
        await Assertions.Expect(page.TestId("note").First).ToContainTextAsync("Ruft zurück.");
        page.AssertQuiet();
    }

    private static async Task BreakAsync(WebServer server, string sql)
    {
        await using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={DatabaseTarget.From(null, server.PersistFolder).File}"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
