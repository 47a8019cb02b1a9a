using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Two web servers on one PostgreSQL: what one node does the other one shows, and the death of one harms nobody else.</summary>
[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class TwoNodesTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_booking_on_one_node_is_seen_on_the_other_which_goes_on_when_the_first_one_dies()
    {
        var postgres = await PostgresServer.GetAsync();
        var database = await postgres.CreateDatabaseAsync();
        var settings = new Dictionary<string, string?> { ["ConnectionStrings__SlotBooking"] = database };
        await using (var first = await WebServer.StartAsync(variables: settings))
        await using (var second = await WebServer.StartAsync(variables: settings))
        {
            await using var page = await browser.NewPageAsync(first.BaseUri);
            await using var other = await browser.NewPageAsync(second.BaseUri, test: "other");
            var (anna, mia) = (new DayScreen(page), new DayScreen(other));
            await anna.SignInAsync("anna");
            await mia.SignInAsync("mia");
            await anna.OpenAsync(DayScreen.FreeDay());
            await mia.OpenAsync(DayScreen.FreeDay());
            var free = await mia.FreeAsync("14:00");

            await anna.BookAsync("14:00", "Muster", "Knoten");
            await mia.ExpectFreeAsync("14:00", free - 1);
            page.AssertQuiet();

            await first.KillAsync();
            await mia.BookAsync("14:00", "Beispiel", "Knoten");
            await mia.ExpectFreeAsync("14:00", free - 2);
            other.AssertQuiet();
        }

        await PostgresServer.DropDatabaseAsync(database);
    }
}
