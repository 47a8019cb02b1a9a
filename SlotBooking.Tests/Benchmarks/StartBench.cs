using System.Diagnostics;
using SlotBooking.Tests.Benchmarks.Hosts;
using SlotBooking.Tests.Browser;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>How long the built program takes to be ready on its data, and the day page to its first byte.</summary>
internal static class StartBench
{
    private const int Starts = 5;
    private const int Pages = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        using var folder = new TempFolder();
        await using (await MeasuredHost.StartProductAsync(folder.Path, "Development", withProbe: false))
        {
            // Makes the demo office.
        }

        var starts = new List<TimeSpan>();
        for (var n = 0; n < Starts; n++)
        {
            var watch = Stopwatch.StartNew();
            await using var host = await MeasuredHost.StartProductAsync(folder.Path, "Production", withProbe: false);
            starts.Add(watch.Elapsed);
        }

        var verdict = new Verdict();
        var page = await FirstByteAsync(folder.Path);
        Verdict.Say($"ready after start: {new Latencies(starts)}");
        Verdict.Say($"first byte of the day page, warm: {page}");
        verdict.AtMost("ready after start, median", new Latencies(starts).Median, 3000, " ms");
        verdict.AtMost("first byte of the day page, p50", page.Median, 50, " ms");
        return verdict.ExitCode;
    }

    private static async Task<Latencies> FirstByteAsync(string folder)
    {
        await using var host = await MeasuredHost.StartProductAsync(folder, "Production", withProbe: false);
        await host.SignInAsync("anna", WebServer.DemoPassword);
        var times = new List<TimeSpan>();
        for (var n = 0; n < 2 * Pages; n++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await host.Http.GetAsync(new Uri("/day/2026-11-24", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            times.Add(watch.Elapsed);
            await answer.Content.ReadAsByteArrayAsync();
        }

        return new Latencies(times.Skip(Pages));
    }
}
