using System.Net;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Hosting;

/// <summary>What a person who is signed in gets while the database is away.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task Without_its_database_the_server_is_not_ready_and_says_so_with_an_error_id()
    {
        var postgres = await PostgresServer.GetAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["ConnectionStrings__SlotBooking"] = database,
            ["USERLIST"] = $"anna:{ProductionServer.Password}",
        });
        using var client = new OfficeClient(server.BaseUri);
        await client.SignInAsync("anna", ProductionServer.Password);
        await PostgresServer.DropDatabaseAsync(database);

        using var page = await client.SendAsync(HttpMethod.Get, "/day", ("Accept", "text/html"));
        using var style = await client.GetAsync("/css/app.css");
        using var machine = new OfficeClient(server.BaseUri);
        using var ready = await machine.GetAsync("/health/ready");
        using var live = await machine.GetAsync("/health/live");
        var secret = Core.CalendarSync.Feed.FeedToken.Next();
        using var feed = await machine.GetAsync($"/feed/{secret}.ics");

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("Das hat nicht geklappt. Fehler ", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, feed.StatusCode);
        await Eventually.HoldsAsync(() => server.Log.Contains("GET /feed/…", StringComparison.Ordinal), "the failure is in the log");
        Assert.DoesNotContain(secret, server.Log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
