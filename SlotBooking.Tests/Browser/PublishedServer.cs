using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Browser;

/// <summary>A demo server from the output of <c>dotnet publish</c>: its files are compressed and may be kept for good, as in use.</summary>
/// <remarks>Nothing is compiled: what was built for these tests is published into a folder that goes afterwards.</remarks>
public sealed class PublishedServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly TempFolder _folder = new();
    private WebServer? _server;

    /// <summary>The running server.</summary>
    public WebServer Server => _server!;

    public async Task InitializeAsync()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(WebServer.ProgramFile)!);
        var output = Path.Combine(_folder.Path, "published");
        await using (var publish = await ChildProcess.StartAsync(
            ["dotnet", "publish", "SlotBooking.Web", "--configuration", configuration, "--no-build", "--no-restore", "--output", output, "-nodeReuse:false"],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            SourceTree.Root))
        {
            var exitCode = await publish.WaitForExitAsync(Patience);
            Assert.True(exitCode == 0, publish.Log);
        }

        _server = await WebServer.StartAsync(program: Path.Combine(output, "SlotBooking.Web.dll"));
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
