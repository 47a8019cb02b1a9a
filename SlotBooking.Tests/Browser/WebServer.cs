using System.Globalization;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Browser;

/// <summary>The built product as its own process, on a free port, with a folder of its own for its data.</summary>
/// <remarks>It is the program from SlotBooking.Web's output folder, so it serves its scripts and styles as in use.</remarks>
public sealed class WebServer : IAsyncDisposable
{
    private const string OtherDatabase = "ConnectionStrings__SlotBooking";

    private static readonly TimeSpan StartDeadline = Deadline.OfSeconds(180);

    // What a developer's own machine may have set must not change what is tested.
    private static readonly string[] Foreign =
    [
        "GOOGLE_CREDS_BASE64", "CENTRAL_CALENDAR_ID", "CONSULTANTS", "USERLIST", "ADMIN_USERS", "SECRET_KEY", "DEMO_PASSWORD",
        OtherDatabase, "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS",
    ];

    // A server of tests lives for seconds: to compile its code a second time, faster, costs more than it ever gains.
    private static readonly Dictionary<string, string> BriefLife = new(StringComparer.Ordinal)
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    };

    private readonly TempFolder _folder = TempFolder.InMemory();
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal);
    private readonly string[] _arguments;
    private readonly string _program;
    private ChildProcess? _process;

    private WebServer(string environment, IReadOnlyDictionary<string, string?>? variables, string[]? arguments, string? program)
    {
        _program = program ?? ProgramFile;
        _arguments = arguments ?? [];
        foreach (var name in Foreign)
        {
            _environment[name] = null;
        }

        _environment["ASPNETCORE_ENVIRONMENT"] = environment;
        _environment["DOTNET_ENVIRONMENT"] = environment;
        _environment["PERSIST_BASE"] = PersistFolder;
        _environment["DEMO_PASSWORD"] = DemoPassword;
        foreach (var (name, value) in BriefLife)
        {
            _environment[name] = value;
        }

        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
        {
            _environment[name] = value;
        }

        BaseUri = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));
    }

    /// <summary>The password of every demo account on a server that fills its own demo data.</summary>
    public static string DemoPassword => "Probe-Kennwort-2026";

    /// <summary>Where the built program is, in the same configuration as these tests.</summary>
    public static string ProgramFile { get; } = FindProgram();

    /// <summary>Compiles as an installation does: for what is measured.</summary>
    public static IReadOnlyDictionary<string, string?> AsInstalled { get; } =
        BriefLife.Keys.ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);

    public Uri BaseUri { get; }

    /// <summary>Its <c>PERSIST_BASE</c>; survives a restart, goes with this object.</summary>
    public string PersistFolder => Path.Combine(_folder.Path, "persist");

    public int Pid => _process!.Pid;

    /// <summary>What it has written since its last start.</summary>
    public string Log => _process!.Log;

    /// <summary>Starts it and waits until it answers; fails with its log when it ends before.</summary>
    /// <param name="environment">Development has demo data, copied from those of this run.</param>
    /// <param name="variables">Its environment besides; a null value takes a variable away.</param>
    /// <param name="arguments">Its arguments besides.</param>
    /// <param name="program">The program's file; null for the one that was built beside these tests.</param>
    /// <param name="isFresh">Lets it fill its own demo data instead: for tests of just that.</param>
    public static async Task<WebServer> StartAsync(
        string environment = "Development",
        IReadOnlyDictionary<string, string?>? variables = null,
        string[]? arguments = null,
        string? program = null,
        bool isFresh = false)
    {
        var server = new WebServer(environment, variables, arguments, program);
        try
        {
            if (environment == "Development" && !isFresh && variables?.GetValueOrDefault(OtherDatabase) is null)
            {
                await DemoData.CopyToAsync(server.PersistFolder);
            }

            await server.RestartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same port and folder, after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task RestartAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = await ChildProcess.StartAsync(
            ["dotnet", _program, "--urls", BaseUri.ToString(), .. _arguments], _environment, Path.GetDirectoryName(_program));
        await WaitUntilAliveAsync();
    }

    /// <summary>Runs a console verb on the same data and answers its exit code and output.</summary>
    public async Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments)
    {
        await using var verb = await ChildProcess.StartAsync(["dotnet", _program, .. arguments], _environment, Path.GetDirectoryName(_program));
        return (await verb.WaitForExitAsync(StartDeadline), verb.Log);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Asks it to end, as a deployment does.</summary>
    public Task StopAsync() => _process!.SignalAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task WaitUntilAliveAsync()
    {
        using var http = new HttpClient { BaseAddress = BaseUri, Timeout = Deadline.OfSeconds(5) };
        await Eventually.HoldsAsync(
            async () =>
            {
                if (_process!.HasExited)
                {
                    throw new InvalidOperationException($"The server ended with {_process.ExitCode}:\n{Log}");
                }

                try
                {
                    using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
                    return answer.IsSuccessStatusCode;
                }
                catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
                {
                    return false;
                }
            },
            $"{BaseUri}health/live answers",
            StartDeadline);
    }

    private static string FindProgram()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(SourceTree.Root, "artifacts", "bin", "SlotBooking.Web", configuration, "SlotBooking.Web.dll");
    }
}
