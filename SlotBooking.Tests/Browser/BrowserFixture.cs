using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

/// <summary>Holds one Chromium for a collection, and one server with demo data for its tests that need none of their own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // What a container's root needs, and nothing that talks to the world by itself.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Lazy<Task<WebServer>> _demo = new(() => WebServer.StartAsync());
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The shared server: Development, demo data, SQLite. Started when first asked for; do not kill it.</summary>
    public Task<WebServer> DemoAsync() => _demo.Value;

    public async Task InitializeAsync()
    {
        TestRun.Require(Needs.Browser);
        Assertions.SetDefaultExpectTimeout(Deadline.Milliseconds(15));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = Flags, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_demo.IsValueCreated)
        {
            await using var server = await _demo.Value;
        }
    }

    /// <summary>A page in a context of its own: no cookie and no storage is shared with another one.</summary>
    /// <param name="baseUri">The server; its pages are then visited by their path.</param>
    /// <param name="screen">Which screen it has.</param>
    /// <param name="colors">Light or dark.</param>
    /// <param name="test">Names the picture that is kept when the test fails.</param>
    public async Task<TestPage> NewPageAsync(
        Uri baseUri, Screen? screen = null, ColorScheme colors = ColorScheme.Light, [CallerMemberName] string test = "")
    {
        var (width, height) = screen ?? Screen.Office;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = baseUri.ToString(),
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colors,
        });
        context.SetDefaultTimeout(Deadline.Milliseconds(30));
        return await TestPage.OpenAsync(context, test);
    }

    /// <summary>A page of its own for somebody who has just signed in.</summary>
    /// <param name="server">Where.</param>
    /// <param name="userName">Who.</param>
    /// <param name="screen">Which screen the page has.</param>
    /// <param name="colors">Light or dark.</param>
    /// <param name="password">Null for that of the demo accounts.</param>
    /// <param name="test">Names the picture that is kept when the test fails.</param>
    public async Task<TestPage> SignedInAsync(
        WebServer server,
        string userName,
        Screen? screen = null,
        ColorScheme colors = ColorScheme.Light,
        string? password = null,
        [CallerMemberName] string test = "")
    {
        var page = await NewPageAsync(server.BaseUri, screen, colors, test);
        await page.Page.GotoAsync("/login");
        await page.Page.FillAsync("input[name=username]", userName);
        await page.Page.FillAsync("input[name=password]", password ?? WebServer.DemoPassword);
        await page.Page.ClickAsync("button[type=submit]");
        await page.Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        return page;
    }

    private static string FindChromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => Programs.Select(program => Path.Combine(folder, program)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed. `bash test.sh` installs it, or: apt-get install chromium");
}
