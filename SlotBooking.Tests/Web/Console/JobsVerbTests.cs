using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Console;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class JobsVerbTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_runs_from_a_shell_beside_a_server_and_shows_in_the_list(DatabaseKind kind)
    {
        var connection = kind is DatabaseKind.PostgreSql ? await (await PostgresServer.GetAsync()).CreateDatabaseAsync() : null;
        await using var server = await WebServer.StartAsync(variables: new Dictionary<string, string?> { ["ConnectionStrings__SlotBooking"] = connection });
        var file = Path.Combine(server.PersistFolder, "static", "availability.json");
        File.Delete(file);

        var (code, report) = await server.RunVerbAsync("jobs", "run", "availability");
        Assert.True(code == 0, report);
        Assert.Contains("Kalender gelesen", report, StringComparison.Ordinal);
        Assert.Contains("Clara Neumann", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        var (listCode, list) = await server.RunVerbAsync("jobs", "list");
        Assert.Equal(0, listCode);
        var line = Assert.Single(list.Split('\n'), l => l.TrimStart().StartsWith("availability", StringComparison.Ordinal));
        Assert.Contains("erledigt", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_job_is_answered_with_the_names_there_are()
    {
        await using var server = await WebServer.StartAsync();

        var (code, output) = await server.RunVerbAsync("jobs", "run", "nonsense");

        Assert.NotEqual(0, code);
        Assert.Contains("Es gibt:", output, StringComparison.Ordinal);
        Assert.Contains("availability", output, StringComparison.Ordinal);
    }
}
