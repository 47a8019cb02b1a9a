using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Benchmarks.Hosts;

/// <summary>A web host as its own process, with the probe in front of it.</summary>
internal sealed partial class MeasuredHost : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly bool _isOwner;

    private MeasuredHost(ChildProcess process, Uri baseUri, bool isOwner = true)
    {
        (_process, BaseUri, _isOwner) = (process, baseUri, isOwner);
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = baseUri, Timeout = TimeSpan.FromMinutes(10) };
    }

    public Uri BaseUri { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    /// <summary>The template's counter page on a plain Blazor host.</summary>
    public static Task<MeasuredHost> StartCounterAsync() =>
        StartAsync(port => ["dotnet", typeof(MeasuredHost).Assembly.Location, "worker", "counter-host", port.ToString(CultureInfo.InvariantCulture)], []);

    /// <summary>The built product on the data in <paramref name="persist"/>.</summary>
    public static Task<MeasuredHost> StartProductAsync(string persist, string environment, bool withProbe = true) => StartAsync(
        port => ["dotnet", WebServer.ProgramFile, "--urls", $"http://127.0.0.1:{port}"],
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["DOTNET_ENVIRONMENT"] = environment,
            ["PERSIST_BASE"] = persist,
            ["DEMO_PASSWORD"] = WebServer.DemoPassword,
            ["ConnectionStrings__SlotBooking"] = null,
            ["USERLIST"] = null,
            ["Circuits__PerAccount"] = "5000",
            ["Calendar__SyncSeconds"] = "3600", // the age of the calendars is drawn with each sync; what is counted here is a booking's drawing
            ["DOTNET_STARTUP_HOOKS"] = withProbe ? typeof(MeasuredHost).Assembly.Location : null,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = withProbe ? typeof(MeasuredHost).Assembly.GetName().Name : null,
        });

    /// <summary>The same host for another person: nobody is signed in yet.</summary>
    public MeasuredHost AnotherBrowser() => new(_process, BaseUri, isOwner: false);

    /// <summary>A number the probe answers: <c>heap</c> in bytes, <c>cpu</c> in milliseconds.</summary>
    public async Task<double> AskAsync(string what) =>
        double.Parse(await Http.GetStringAsync(new Uri("/probe/" + what, UriKind.Relative)), CultureInfo.InvariantCulture);

    /// <summary>Bookings made inside the host; how long each took.</summary>
    public async Task<Latencies> BookAsync(int count, TimeSpan pause, string agent = "ben")
    {
        var answer = await Http.GetStringAsync(new Uri(FormattableString.Invariant($"/probe/book?agent={agent}&count={count}&pause={(int)pause.TotalMilliseconds}"), UriKind.Relative));
        return new Latencies(answer.Split(';').Select(t => TimeSpan.FromMilliseconds(double.Parse(t, CultureInfo.InvariantCulture))));
    }

    /// <summary>Makes so many new agents „neu0“, „neu1“ … with the demo password.</summary>
    public Task HireAsync(int count) => Http.GetStringAsync(new Uri(FormattableString.Invariant($"/probe/hire?count={count}"), UriKind.Relative));

    /// <summary>The process's memory as the system counts it, in bytes.</summary>
    public async Task<double> ResidentAsync()
    {
        var lines = await File.ReadAllLinesAsync(FormattableString.Invariant($"/proc/{_process.Pid}/status"));
        return 1024 * double.Parse(lines.First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Signs in with the form, as a browser would.</summary>
    public async Task SignInAsync(string name, string password)
    {
        var form = await Http.GetStringAsync(new Uri("/login", UriKind.Relative));
        var token = Token().Match(form).Groups["token"].Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["username"] = name,
            ["password"] = password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await Http.PostAsync(new Uri("/login", UriKind.Relative), fields);
        if (answer.Headers.Location is not { } target || target.OriginalString.Contains("/login", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Not signed in: {answer.StatusCode} {answer.Headers.Location}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_isOwner)
        {
            await _process.DisposeAsync();
        }
    }

    private static async Task<MeasuredHost> StartAsync(Func<int, string[]> command, Dictionary<string, string?> environment)
    {
        var port = FreePort.Next();
        environment["DOTNET_gcServer"] = "1"; // the same for both: the product's own setting
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__SlotBooking"] = "Warning";
        environment["Logging__LogLevel__Microsoft"] = "Warning";
        var process = await ChildProcess.StartAsync(command(port), environment);
        var host = new MeasuredHost(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        await Eventually.HoldsAsync(() => host.IsReadyAsync(), "the host answers", TimeSpan.FromMinutes(3));
        return host;
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The host ended:\n{_process.Log}");
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
