using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Day), Trait(Needs.Trait, Needs.Browser)]
public sealed class WebServerTests
{
    [Fact]
    public async Task A_killed_server_comes_back_at_the_same_address_with_its_folder()
    {
        await using var server = await WebServer.StartAsync();
        var before = (server.Pid, server.BaseUri, server.PersistFolder);

        await server.KillAsync();
        await server.RestartAsync();

        Assert.NotEqual(before.Pid, server.Pid);
        Assert.Equal((before.BaseUri, before.PersistFolder), (server.BaseUri, server.PersistFolder));
    }

    [Fact]
    public async Task A_start_that_fails_tells_why()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => WebServer.StartAsync(arguments: ["--urls", "nonsense"]));

        Assert.Contains("The server ended", error.Message, StringComparison.Ordinal);
    }
}
