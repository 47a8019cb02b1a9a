using SlotBooking.Tests.Achievements;
using SlotBooking.Tests.Architecture;
using SlotBooking.Tests.Availability;
using SlotBooking.Tests.Benchmarks;
using SlotBooking.Tests.Benchmarks.Circuits;
using SlotBooking.Tests.Benchmarks.Hosts;
using SlotBooking.Tests.Bookings.Stress;
using SlotBooking.Tests.Calendars.Google.Steps;
using SlotBooking.Tests.Customers;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Jobs;
using SlotBooking.Tests.Outcomes;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Web.Layout;

namespace SlotBooking.Tests;

/// <summary>What this program does when it is started by hand instead of by the test runner.</summary>
/// <remarks>
/// <c>dotnet SlotBooking.Tests.dll worker NAME …</c> is a process that a test starts and may kill;
/// <c>dotnet SlotBooking.Tests.dll bench NAME …</c> measures. A new one is one line in its table.
/// </remarks>
internal static class Program
{
    private static readonly SortedDictionary<string, Func<string[], Task<int>>> Workers = new(StringComparer.Ordinal)
    {
        ["bookings"] = BookingWorker.RunAsync,
        ["calendar-steps"] = CalendarStepsWorker.RunAsync,
        ["counter-host"] = CounterHost.RunAsync,
        ["customers"] = CustomerWorker.RunAsync,
        ["game"] = GameWorker.RunAsync,
        ["idle"] = IdleWorker.RunAsync,
        ["stuck-job"] = StuckJobWorker.RunAsync,
    };

    private static readonly SortedDictionary<string, Func<string[], Task<int>>> Benchmarks = new(StringComparer.Ordinal)
    {
        ["availability"] = AvailabilityBench.RunAsync,
        ["bookings"] = BookingsBench.RunAsync,
        ["calendar"] = CalendarBench.RunAsync,
        ["circuits"] = CircuitsBench.RunAsync,
        ["popups"] = PopupsBench.RunAsync,
        ["customers"] = CustomersBench.RunAsync,
        ["game"] = GameBench.RunAsync,
        ["metrics"] = MetricsBench.RunAsync,
        ["mybookings"] = MyBookingsBench.RunAsync,
        ["outcomes"] = OutcomesBench.RunAsync,
        ["start"] = StartBench.RunAsync,
    };

    public static Task<int> Main(string[] args) => args switch
    {
        ["worker", var name, .. var rest] when Workers.TryGetValue(name, out var work) => work(rest),
        ["bench", var name, .. var rest] when Benchmarks.TryGetValue(name, out var measure) => MeasureAsync(measure, rest),
        ["theme-sheet"] => ThemeSheet.WriteAsync(),
        ["architecture", .. var rest] => ArchitectureProgram.RunAsync(rest),
        ["google-stand-in", .. var rest] => StandInProgram.RunAsync(rest),
        _ => ExplainAsync(),
    };

    private static Task<int> MeasureAsync(Func<string[], Task<int>> measure, string[] arguments)
    {
        Environment.SetEnvironmentVariable(TestDatabase.AlwaysDurable, "1");
        return measure(arguments);
    }

    private static async Task<int> ExplainAsync()
    {
        await Console.Error.WriteLineAsync($"worker: {string.Join(", ", Workers.Keys)}");
        await Console.Error.WriteLineAsync($"bench: {string.Join(", ", Benchmarks.Keys)}");
        await Console.Error.WriteLineAsync("architecture [--write | --arrows [--all] [CORE.dll [WEB.dll]]]");
        await Console.Error.WriteLineAsync("google-stand-in [--port N] [--creds-file F]");
        await Console.Error.WriteLineAsync("theme-sheet");
        await Console.Error.WriteLineAsync("The tests are run by `bash test.sh`.");
        return 2;
    }
}
