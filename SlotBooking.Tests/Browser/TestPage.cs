using System.Collections.Concurrent;
using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Browser;

/// <summary>A page that remembers what went wrong in it: console errors, uncaught errors, violations of the content policy.</summary>
/// <remarks>
/// Every test ends with <see cref="AssertQuiet"/>. A page that is closed without it belongs to a failed test:
/// its picture is kept in TestResults/.
/// </remarks>
public sealed class TestPage : IAsyncDisposable
{
    private const string ReportViolations = """
        document.addEventListener('securitypolicyviolation', violation => console.error(
            `Content Security Policy: ${violation.effectiveDirective} refused ${violation.blockedURI} (${violation.sourceFile}:${violation.lineNumber}) ${violation.sample}`));
        """;

    private readonly ConcurrentQueue<string> _trouble = new();
    private readonly IBrowserContext _context;
    private readonly string _test;
    private bool _quiet;

    private TestPage(IBrowserContext context, IPage page, string test)
    {
        _context = context;
        _test = test;
        Page = page;
        Page.PageError += (_, error) => _trouble.Enqueue($"uncaught: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _trouble.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Trouble => _trouble;

    public ILocator TestId(string id) => Page.GetByTestId(id);

    /// <summary>Goes to a path and waits until the page can be used (<c>data-testid="ready"</c>).</summary>
    public async Task GotoReadyAsync(string path)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(TestId("ready")).ToBeAttachedAsync(new() { Timeout = Deadline.Milliseconds(20) });
    }

    /// <summary>Fails with everything that went wrong, except what holds one of the texts given.</summary>
    public void AssertQuiet(params string[] except)
    {
        var unexpected = _trouble.Where(line => !except.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(unexpected.Count == 0, $"The page was not quiet:\n{string.Join('\n', unexpected)}");
        _quiet = true;
    }

    /// <summary>Fails with each finding of axe and where it is. What is just appearing is looked at when it stands.</summary>
    public async Task AssertAccessibleAsync()
    {
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // what appears meanwhile stands at once, too
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var result = await Page.RunAxe();
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Null });
        var findings = result.Violations.Select(finding =>
            $"{finding.Id} ({finding.Impact}): {finding.Help}\n  " + string.Join("\n  ", finding.Nodes.Select(node => $"{node.Target}: {node.Html}")));
        Assert.True(result.Violations.Length == 0, $"axe finds on {Page.Url}:\n{string.Join('\n', findings)}");
    }

    /// <summary>Fails when the page is wider than its screen, so that a phone would scroll sideways.</summary>
    public async Task AssertFitsAsync()
    {
        var excess = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, string.Create(CultureInfo.InvariantCulture, $"{Page.Url} is {excess} px wider than its screen."));
    }

    /// <summary>Keeps a picture in TestResults/ and says where.</summary>
    public async Task<string> KeepPictureAsync(string name, bool whole = false)
    {
        var file = Path.Combine(SourceTree.Root, "TestResults", $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = whole });
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_quiet && !Page.IsClosed)
        {
            await KeepPictureAsync($"{_test}-{Guid.NewGuid().ToString("N")[..6]}", whole: true);
        }

        await _context.DisposeAsync();
    }

    internal static async Task<TestPage> OpenAsync(IBrowserContext context, string test)
    {
        await context.AddInitScriptAsync(ReportViolations);
        return new TestPage(context, await context.NewPageAsync(), test);
    }
}
