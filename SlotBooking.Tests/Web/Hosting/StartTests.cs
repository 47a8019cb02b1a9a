using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Hosting;

/// <summary>The program as it is started: settings that are wrong, keys that stay, the console.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class StartTests
{
    [Theory]
    [InlineData("USERLIST", "anna:ein-langes-kennwort,ben", "USERLIST: Eintrag 2 hat keinen Doppelpunkt")]
    [InlineData("Session__IdleMinutes", "0", "Session:IdleMinutes muss eine ganze Zahl von 1 bis 1440 sein.")]
    [InlineData("Session__AbsoluteHours", "bald", "Die Einstellung „Session:AbsoluteHours“ hat einen Wert, der dort nicht passt.")]
    [InlineData("ConnectionStrings__SlotBooking", "irgendwas", "ConnectionStrings__SlotBooking ist weder")]
    [InlineData("ConnectionStrings__SlotBooking", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=p", "ConnectionStrings__SlotBooking: PostgreSQL auf 127.0.0.1:1 antwortet nicht.")]
    [InlineData("ConnectionStrings__SlotBooking", "Data Source=/dev/null/slotbooking.db", "lässt sich nicht")]
    [InlineData("Office__TimeZone", "Mond/Krater", "Office:TimeZone: Die Zeitzone „Mond/Krater“ gibt es nicht.")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "Mit der Adresse in „urls“ kann das Programm nichts anfangen.")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string name, string value, string sentence)
    {
        using var folder = new TempFolder();
        await using var program = await StartAsync(folder, [], (name, value));

        Assert.Equal(78, await program.WaitForExitAsync());
        Assert.Contains(sentence, program.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_a_sentence()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "slotbooking.db"), new string('x', 4096));
        await using var program = await StartAsync(folder, []);

        Assert.Equal(78, await program.WaitForExitAsync());
        Assert.Contains("ist keine SQLite-Datenbank", program.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_demo_password_stops_the_start()
    {
        using var folder = new TempFolder();
        await using var program = await StartAsync(folder, ["--environment", "Development"], ("DEMO_PASSWORD", "kurz"));

        Assert.Equal(78, await program.WaitForExitAsync());
        Assert.Contains("DEMO_PASSWORD ist zu kurz", program.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fliege", "Den Befehl „fliege“ gibt es nicht.")]
    [InlineData("users fliege", "Hilfe: users --help")]
    [InlineData("users add", "Hilfe: users add --help")]
    public async Task A_wrong_command_is_explained(string words, string sentence)
    {
        using var folder = new TempFolder();
        await using var program = await StartAsync(folder, words.Split(' '));

        Assert.Equal(64, await program.WaitForExitAsync());
        Assert.Contains(sentence, program.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_survive_a_restart_and_a_wrong_secret_stops_it()
    {
        var variables = new Dictionary<string, string?> { ["USERLIST"] = $"chef:{ProductionServer.Password}", ["ADMIN_USERS"] = "chef", ["SECRET_KEY"] = "der-richtige" };
        await using var server = await WebServer.StartAsync("Production", variables);
        using var client = new OfficeClient(server.BaseUri);
        await client.SignInAsync("chef", ProductionServer.Password);

        await server.StopAsync();
        await server.RestartAsync();
        using var page = await client.GetAsync("/not-found");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        await server.StopAsync();

        await using var wrong = await StartInAsync(server.PersistFolder, [], ("SECRET_KEY", "ein-falscher"));
        Assert.Equal(78, await wrong.WaitForExitAsync());
        Assert.Contains("SECRET_KEY passt nicht", wrong.Log, StringComparison.Ordinal);
        await using var missing = await StartInAsync(server.PersistFolder, []);
        Assert.Equal(78, await missing.WaitForExitAsync());
        Assert.Contains("aber SECRET_KEY ist nicht gesetzt", missing.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_makes_the_first_admin_of_an_empty_installation()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?> { ["DEMO_PASSWORD"] = null });
        using var client = new OfficeClient(server.BaseUri);
        using (var login = await client.GetAsync("/login"))
        {
            Assert.Contains("no-accounts", await login.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var (exitCode, output) = await server.RunVerbAsync("users", "add", "chef", "--role", "admin", "--name", "Clara Muster");
        Assert.True(exitCode == 0, output);
        var password = output.Split("Passwort: ")[1].Split(' ')[0];

        Assert.Equal("/account/password?required=true", await client.SignInAsync("chef", password));
        Assert.Equal(1, (await server.RunVerbAsync("users", "disable", "chef")).ExitCode);
        Assert.Equal(1, (await server.RunVerbAsync("users", "role", "niemand", "agent")).ExitCode);
        Assert.Contains("Clara Muster", (await server.RunVerbAsync("users", "list")).Output, StringComparison.Ordinal);
    }

    private static Task<ChildProcess> StartAsync(TempFolder folder, string[] arguments, params (string Name, string Value)[] variables) =>
        StartInAsync(folder.Path, arguments, variables);

    private static Task<ChildProcess> StartInAsync(string folder, string[] arguments, params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string?>
        {
            ["PERSIST_BASE"] = folder,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["USERLIST"] = null,
            ["SECRET_KEY"] = null,
            ["DEMO_PASSWORD"] = null,
            ["ConnectionStrings__SlotBooking"] = null,
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return ChildProcess.StartAsync(["dotnet", WebServer.ProgramFile, .. arguments], environment);
    }
}
