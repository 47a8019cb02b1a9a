using System.Diagnostics;
using System.Globalization;
using SlotBooking.Tests.Benchmarks.Hosts;
using SlotBooking.Tests.Browser;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>From a person's first booking to the badge on that person's own page, while many pages are open.</summary>
internal static class PopupsBench
{
    /// <summary>Arguments: <c>--pages N</c> that are open meanwhile, <c>--people N</c> who book for the first time.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (count, people) = (Arguments.Number(args, "pages", 200), Arguments.Number(args, "people", 40));
        using var folder = new TempFolder();
        await CircuitsBench.SeedAsync(folder.Path);
        await using var host = await MeasuredHost.StartProductAsync(folder.Path, "Production");
        await host.SignInAsync("anna", WebServer.DemoPassword);
        await host.HireAsync(people + 1);
        var day = await CircuitsBench.DayAsync(host);
        await using var pages = new OpenPages();
        await pages.OpenAsync(host, day, "ready", count);

        var verdict = new Verdict();
        var times = new List<TimeSpan>();
        await FirstBookingAsync(host, pages, day, "neu0"); // the office was made and left in a hurry: its game may have to be worked out first
        for (var n = 1; n <= people; n++)
        {
            times.Add(await FirstBookingAsync(host, pages, day, string.Create(CultureInfo.InvariantCulture, $"neu{n}")));
        }

        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"from the booking to its popup, {count} pages open: {new Latencies(times)}"));
        verdict.AtMost("from the booking to its popup, p95", new Latencies(times).At(0.95), 500, " ms");
        pages.AssertAlive();
        return verdict.ExitCode;
    }

    private static async Task<TimeSpan> FirstBookingAsync(MeasuredHost host, OpenPages pages, string day, string name)
    {
        await using var browser = host.AnotherBrowser();
        await browser.SignInAsync(name, WebServer.DemoPassword);
        var page = await pages.OpenAsync(browser, day, "ready");
        await pages.SettleAsync();
        var popup = page.HeardAsync("Erste Schritte");
        var begun = Stopwatch.GetTimestamp();
        await host.BookAsync(1, TimeSpan.Zero, name);
        return Stopwatch.GetElapsedTime(begun, await popup);
    }
}
