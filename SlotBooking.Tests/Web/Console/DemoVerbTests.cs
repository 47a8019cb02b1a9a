using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Console;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class DemoVerbTests
{
    [Fact]
    public async Task The_demo_is_emptied_and_filled_anew_beside_a_server_which_goes_on()
    {
        await using var server = await WebServer.StartAsync();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSlotBookingDatabase(DatabaseTarget.From(null, server.PersistFolder)).AddEvents().BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<SlotBookingDb>>().CreateDbContextAsync();
        await db.Bookings.ExecuteDeleteAsync();

        var (code, output) = await server.RunVerbAsync("demo", "reset", "--yes");

        Assert.True(code == 0, output);
        Assert.Contains("Die Demo-Daten sind neu.", output, StringComparison.Ordinal);
        Assert.InRange(await db.Bookings.CountAsync(), 4000, 6000);
        using var http = new HttpClient { BaseAddress = server.BaseUri };
        Assert.True((await http.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Nothing_is_deleted_in_production_nor_where_the_data_are_not_invented()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?> { ["USERLIST"] = "erika:ein-langes-kennwort" });
        var (code, output) = await server.RunVerbAsync("demo", "reset", "--yes");
        Assert.Equal(1, code);
        Assert.Contains("gibt es nur in der Umgebung Development", output, StringComparison.Ordinal);

        (code, output) = await server.RunVerbAsync("demo", "reset", "--yes", "--environment", "Development");
        Assert.Equal(1, code);
        Assert.Contains("nicht mit Demo-Daten gefüllt", output, StringComparison.Ordinal);
        Assert.Contains("erika", (await server.RunVerbAsync("users", "list")).Output, StringComparison.Ordinal);
    }
}
