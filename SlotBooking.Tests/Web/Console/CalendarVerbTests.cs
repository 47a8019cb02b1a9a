using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Console;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class CalendarVerbTests
{
    [Fact]
    public async Task Calendars_are_listed_compared_and_read_anew_beside_a_server()
    {
        await using var server = await WebServer.StartAsync();

        var (code, status) = await server.RunVerbAsync("calendar", "status");
        Assert.True(code == 0, status);
        Assert.Contains("Zentralkalender", status, StringComparison.Ordinal);
        Assert.Contains("Clara Neumann", status, StringComparison.Ordinal);
        Assert.Contains("antwortet", status, StringComparison.Ordinal);

        var (resyncCode, resync) = await server.RunVerbAsync("calendar", "resync", "clara neumann");
        Assert.True(resyncCode == 0, resync);
        Assert.Contains("Clara Neumann gelesen", resync, StringComparison.Ordinal);

        var (checkCode, check) = await server.RunVerbAsync("calendar", "check");
        Assert.True(checkCode == 0, check);
        Assert.Contains("0 Unterschiede", check, StringComparison.Ordinal);

        var (wrongCode, wrong) = await server.RunVerbAsync("calendar", "resync", "Niemand");
        Assert.Equal(64, wrongCode);
        Assert.Contains("Es gibt: central, ", wrong, StringComparison.Ordinal);
    }
}
