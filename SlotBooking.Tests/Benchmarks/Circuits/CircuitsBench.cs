using System.Diagnostics;
using System.Globalization;
using SlotBooking.Tests.Benchmarks.Hosts;
using SlotBooking.Tests.Browser;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>The day page against the template's counter page: what it costs while open, to open, and when somebody books.</summary>
internal static class CircuitsBench
{
    private const int FanOuts = 10;
    private const int Burst = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Arguments: <c>--pages N</c>, <c>--bookings N</c> for each of the two measurements of booking.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (count, bookings) = (Arguments.Number(args, "pages", 500), Arguments.Number(args, "bookings", 150));
        using var folder = new TempFolder();
        await SeedAsync(folder.Path);

        var verdict = new Verdict();
        var counter = await CounterAsync(count);
        Verdict.Say($"counter: {counter}");

        await using var host = await MeasuredHost.StartProductAsync(folder.Path, "Production");
        await host.SignInAsync("anna", WebServer.DemoPassword);
        await host.BookAsync(40, TimeSpan.FromMilliseconds(20));
        var alone = await host.BookAsync(bookings, Pause);

        await using var pages = new OpenPages();
        var day = await CircuitCost.MeasureAsync(host, pages, await DayAsync(host), "ready", count);
        Verdict.Say($"day page: {day}");
        verdict.AtMost("heap per idle circuit, day page against counter", day.Heap / counter.Heap, 1.6, " x");
        verdict.AtMost("CPU per open, day page against counter", day.Cpu / counter.Cpu, 2, " x");

        await FanOutAsync(host, pages, verdict);
        await BurstAsync(host, pages, verdict);
        var watched = await host.BookAsync(bookings, Pause);
        Verdict.Say($"booking with nobody watching: {alone}");
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"booking with {pages.All.Count} watching: {watched}"));
        verdict.AtMost("booking p99, watched against alone", watched.P99 / alone.P99, 1.2, " x");
        pages.AssertAlive();
        return verdict.ExitCode;
    }

    /// <summary>The demo office, made once; the measured server runs in Production on it.</summary>
    public static async Task SeedAsync(string folder)
    {
        await using var host = await MeasuredHost.StartProductAsync(folder, "Development", withProbe: false);
    }

    private static async Task<CircuitCost> CounterAsync(int count)
    {
        await using var host = await MeasuredHost.StartCounterAsync();
        await using var pages = new OpenPages();
        return await CircuitCost.MeasureAsync(host, pages, "/counter", "Click me", count);
    }

    /// <summary>Where the start page leads: the office's today. Weekends have no slots, so then it is the next Monday.</summary>
    public static async Task<string> DayAsync(MeasuredHost host)
    {
        var today = DateOnly.FromDateTime((await host.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).Headers.Date!.Value.UtcDateTime);
        var day = today.AddDays(today.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 });
        return string.Create(CultureInfo.InvariantCulture, $"/day/{day:yyyy-MM-dd}");
    }

    private static async Task FanOutAsync(MeasuredHost host, OpenPages pages, Verdict verdict)
    {
        var (last, renders, bytes) = (new List<TimeSpan>(), 0.0, 0.0);
        for (var round = 0; round < FanOuts; round++)
        {
            await pages.SettleAsync();
            pages.Forget();
            var begun = Stopwatch.GetTimestamp();
            await host.BookAsync(1, TimeSpan.Zero);
            await pages.SettleAsync();
            last.Add(Stopwatch.GetElapsedTime(begun, pages.All.Max(p => p.LastAt)));
            renders = Math.Max(renders, pages.All.Max(p => p.Renders));
            bytes = Math.Max(bytes, pages.All.Max(p => (double)p.Bytes / Math.Max(1, p.Renders)));
            if (pages.All.Count(p => p.Renders == 0) is var missed and > 0)
            {
                Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{missed} pages heard nothing"));
            }
        }

        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"one booking to {pages.All.Count} pages, last page: {new Latencies(last)}"));
        verdict.AtMost("renders per page after one booking", renders, 1);
        verdict.AtMost("bytes per page after one booking", bytes, 1024, " B");
        verdict.AtMost("until the last page has it, median", new Latencies(last).Median, 300, " ms");
    }

    private static async Task BurstAsync(MeasuredHost host, OpenPages pages, Verdict verdict)
    {
        await pages.SettleAsync();
        pages.Forget();
        var times = await host.BookAsync(Burst, TimeSpan.Zero);
        await pages.SettleAsync();
        Verdict.Say($"burst of {Burst}: {times}");
        verdict.AtMost("renders per page after a burst of 100", pages.All.Max(p => p.Renders), 3);
    }
}
