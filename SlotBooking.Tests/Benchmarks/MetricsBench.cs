using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>The figures of a year among a million appointments.</summary>
internal static class MetricsBench
{
    private const int Runs = 15;
    private const double Target = 300;

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--bookings N</c>, <c>--customers N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var size = new BigOffice.Size(Arguments.Number(args, "bookings", 1_000_000), Arguments.Number(args, "customers", 200_000));
        await using var office = await Office.OpenAsync(kind, register: services => services.AddFigures());
        var big = await BigOffice.FillAsync(office.Database.Database, office.Clock, size);
        var slots = SlotGrid.Default.SlotsBetween(office.Today.AddYears(-1), office.Today.AddDays(-1), office.Clock);
        await office.ChangeAsync(db => db.ReadySlots.AddRange(slots.SelectMany(s => office.Consultants.Select(c =>
            new ReadySlot { Day = s.Slot.Day, Start = s.Slot.Start, ConsultantId = c.Id }))));
        if (kind is DatabaseKind.PostgreSql)
        {
            await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        }

        var reader = office.Get<MetricsReader>();
        var watch = Stopwatch.StartNew();
        var days = await office.Get<DaySheets>().RebuildAsync(CancellationToken.None);
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{days} days counted in {watch.Elapsed.TotalSeconds:0.0} s"));
        var year = new MetricsFilter(office.Today.AddYears(-1), office.Today);
        (string What, MetricsFilter Filter)[] questions =
        [
            ("a year", year),
            ("a year of one agent", year with { AgentId = big.Agents[3].AccountId }),
            ("a year of one consultant", year with { ConsultantId = office.Consultants[0].Id }),
            ("a year's Fridays", year with { Weekday = DayOfWeek.Friday }),
            ("a year at 18:00", year with { Hour = 18 }),
            ("a year of one potential", year with { Potential = Potential.Top }),
            ("a year of one campaign", year with { Campaign = "Messe" }),
            ("28 days", year with { First = office.Today.AddDays(-27) }),
        ];
        var verdict = new Verdict();
        var heap = Heap();
        foreach (var (what, filter) in questions)
        {
            var metrics = await reader.ReadAsync(filter, CancellationToken.None);
            var times = new List<TimeSpan>();
            for (var n = 0; n < Runs; n++)
            {
                var from = Stopwatch.GetTimestamp();
                await reader.ReadAsync(filter, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(from));
            }

            var latencies = new Latencies(times);
            Verdict.Say($"{what}, {metrics.Total.Total} appointments: {latencies}");
            verdict.AtMost(what + ", p50", latencies.Median, Target, " ms");
        }

        verdict.AtMost("heap that all of this left behind", (Heap() - heap) / 1e6, 5, " MB");
        return verdict.ExitCode;
    }

    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
