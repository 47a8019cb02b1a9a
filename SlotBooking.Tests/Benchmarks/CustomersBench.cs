using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Finding customers among a million appointments of 200,000 people.</summary>
internal static class CustomersBench
{
    private const int Runs = 40;
    private const double Target = 50;

    private static readonly (string What, string Text, CustomerList List)[] Searches =
    [
        ("the whole list", "", CustomerList.All),
        ("the list of high risk", "", CustomerList.HighRisk),
        ("two letters", "be", CustomerList.All),
        ("two letters in a list", "be", CustomerList.Loyal),
        ("a common surname", "müller", CustomerList.All),
        ("surname and first name", "müller er", CustomerList.All),
        ("digits inside a number", "4567", CustomerList.All),
        ("a number as it is dialled", "0157 12", CustomerList.All),
        ("letters that nobody has", "xqz", CustomerList.All),
        ("a common surname and no such first name", "schmidt xq", CustomerList.All),
        ("two short parts that nobody has both", "be xq", CustomerList.All),
        ("digits that nobody has", "987654321987", CustomerList.All),
    ];

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--bookings N</c>, <c>--customers N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var size = new BigOffice.Size(Arguments.Number(args, "bookings", 1_000_000), Arguments.Number(args, "customers", 200_000));
        await using var office = await Office.OpenAsync(kind, consultants: 20);
        await BigOffice.FillAsync(office.Database.Database, office.Clock, size);
        await EnterAsync(office);
        var verdict = new Verdict();
        var heap = Heap();
        var search = office.Get<CustomerSearch>();
        foreach (var (what, text, list) in Searches)
        {
            verdict.AtMost(what, await P95Async(what, _ => search.FindAsync(list, text, null, CancellationToken.None)), Target, " ms");
        }

        var ids = await SomeAsync(office, busiest: false);
        var busiest = await SomeAsync(office, busiest: true);
        var profiles = office.Get<CustomerProfiles>();
        verdict.AtMost("profile", await P95Async("profile", n => profiles.FindAsync(ids[n], CancellationToken.None)), Target, " ms");
        verdict.AtMost("profile of a frequent customer", await P95Async("frequent", n => profiles.FindAsync(busiest[n], CancellationToken.None)), Target, " ms");
        var lookup = office.Get<CustomerLookup>();
        verdict.AtMost(
            "line in the booking form",
            await P95Async("line", n => lookup.FindAsync(BigCustomers.Of(n + 1).Phone, null, null, CancellationToken.None)),
            Target,
            " ms");
        verdict.AtMost("heap that all of this left behind", (Heap() - heap) / 1e6, 5, " MB");
        return verdict.ExitCode;
    }

    /// <summary>What a first start with old data costs, and what a rerun costs.</summary>
    private static async Task EnterAsync(Office office)
    {
        var book = office.Get<CustomerBook>();
        var heap = Heap();
        var watch = Stopwatch.StartNew();
        using var ended = new CancellationTokenSource();
        var booked = BookMeanwhileAsync(office, ended.Token);
        await book.RunAsync(alsoUnseen: true, CancellationToken.None);
        await ended.CancelAsync();
        Verdict.Say($"bookings meanwhile: {await booked}");
        var profiles = await office.ReadAsync(db => db.Customers.CountAsync());
        Verdict.Say(string.Create(
            CultureInfo.InvariantCulture, $"{profiles} profiles entered in {watch.Elapsed.TotalSeconds:0.0} s; heap {(Heap() - heap) / 1e6:0.0} MB more afterwards"));
    }

    /// <summary>An agent books every quarter of a second while the profiles are entered.</summary>
    private static async Task<Latencies> BookMeanwhileAsync(Office office, CancellationToken ended)
    {
        var times = new List<TimeSpan>();
        var slots = SlotGrid.Default.SlotsBetween(office.Today.AddDays(BigOffice.DaysAhead + 1), office.Today.AddDays(50), office.Clock);
        for (var n = 0; !ended.IsCancellationRequested; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await office.SendAsync(ACustomer.Into(slots[n % slots.Count].Slot, office.Anna));
            times.Add(Stopwatch.GetElapsedTime(from));
            await Task.Delay(TimeSpan.FromMilliseconds(250), CancellationToken.None);
        }

        return new Latencies(times);
    }

    private static async Task<Guid[]> SomeAsync(Office office, bool busiest) => await office.ReadAsync(db => busiest
        ? db.Customers.OrderByDescending(c => c.Appointments).Select(c => c.Id).Take(Runs + 1).ToArrayAsync()
        : db.Customers.OrderBy(c => c.Id).Skip(1_000).Select(c => c.Id).Take(Runs + 1).ToArrayAsync());

    private static async Task<double> P95Async(string what, Func<int, Task> run)
    {
        await run(Runs);
        var times = new List<TimeSpan>();
        for (var n = 0; n < Runs; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await run(n);
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        var latencies = new Latencies(times);
        Verdict.Say($"{what}: {latencies}");
        return latencies.At(0.95);
    }

    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
