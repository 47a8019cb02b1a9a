using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Achievements;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>The game of 500 people whose log has a million events: working it out anew, its boards, its pages, and from booking to news.</summary>
internal static class GameBench
{
    private const int Runs = 40;

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--events N</c>, <c>--people N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var (events, people) = (Arguments.Number(args, "events", 1_000_000), Arguments.Number(args, "people", 500));
        await using var bed = await GameBed.OpenAsync(kind, consultants: 16);
        var office = bed.Office;
        var accounts = new List<Actor>();
        for (var n = 0; n < people; n++)
        {
            accounts.Add(await office.HireAsync($"agent{n}", $"Agent {n}", Roles.Agent));
        }

        await office.Database.Database.WriteAsync(
            db => new BulkRows<OfficeEvent>(db).WriteAsync(db, Log([.. accounts.Select(a => a.AccountId!.Value)], events, office.Clock.Now)), CancellationToken.None);
        var verdict = new Verdict();
        var watch = Stopwatch.StartNew();
        var report = await office.Get<GameRebuild>().RunAsync(CancellationToken.None);
        verdict.AtMost($"working out {report!.Events} events anew, {report.Entries} lines", watch.Elapsed.TotalSeconds, 60, " s");
        if (kind is DatabaseKind.PostgreSql)
        {
            await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        }

        await PagesAsync(verdict, office, accounts[7].AccountId!.Value);
        await BookingsAsync(verdict, bed, accounts);
        await ClosingAsync(verdict, bed, accounts);
        return verdict.ExitCode;
    }

    private static async Task PagesAsync(Verdict verdict, Office office, Guid me)
    {
        foreach (var board in Enum.GetValues<BoardKind>())
        {
            verdict.AtMost($"board {board}, p95", await P95Async(() => office.Get<BoardReader>().ReadAsync(board, me, CancellationToken.None)), 50, " ms");
            verdict.AtMost(
                $"board {board} behind each change, p95",
                await P95Async(() =>
                {
                    office.Database.Feed.Publish([GameEvents.AllChanged(office.Clock.Now)]);
                    return office.Get<BoardReader>().ReadAsync(board, me, CancellationToken.None);
                }),
                50,
                " ms");
        }

        verdict.AtMost("own page, p95", await P95Async(() => office.Get<MyGameReader>().ReadAsync(me, CancellationToken.None)), 100, " ms");
        verdict.AtMost("badges, p95", await P95Async(() => office.Get<BadgeWall>().ReadAsync(me, CancellationToken.None)), 100, " ms");
        verdict.AtMost("card in the frame, p95", await P95Async(() => office.Get<CardReader>().ReadAsync(me, CancellationToken.None)), 50, " ms");
        verdict.AtMost("why a day has its points, p95", await P95Async(() => office.Get<LedgerReader>().ReadAsync(me, office.Today, office.Today, CancellationToken.None)), 100, " ms");
    }

    /// <summary>A history that nobody ever closed, as on the first evening, and bookings meanwhile.</summary>
    private static async Task ClosingAsync(Verdict verdict, GameBed bed, List<Actor> accounts)
    {
        var slots = SlotGrid.Default.SlotsBetween(bed.Office.Today.AddDays(1), bed.Office.Today.AddDays(40), bed.Office.Clock).Reverse().ToList();
        var watch = Stopwatch.StartNew();
        var closing = Task.Run(() => bed.Office.Get<PeriodClosing>().CloseAsync(CancellationToken.None));
        var times = new List<TimeSpan>();
        while (!closing.IsCompleted)
        {
            var begun = Stopwatch.GetTimestamp();
            await bed.Office.SendAsync(ACustomer.Into(slots[times.Count % slots.Count].Slot, accounts[times.Count % accounts.Count]));
            times.Add(Stopwatch.GetElapsedTime(begun));
        }

        var closed = await closing;
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"closing {closed} periods that were missed: {watch.Elapsed.TotalSeconds:0.0} s; a booking meanwhile: {new Latencies(times)}"));
        verdict.AtMost("a booking while periods are closed, slowest", times.Max().TotalMilliseconds, 1_000, " ms");
    }

    /// <summary>A booking, the reader at once, the person's news.</summary>
    private static async Task BookingsAsync(Verdict verdict, GameBed bed, List<Actor> accounts)
    {
        var slots = SlotGrid.Default.SlotsBetween(bed.Office.Today.AddDays(1), bed.Office.Today.AddDays(40), bed.Office.Clock).ToList();
        await bed.PlayAsync();
        var n = 0;
        verdict.AtMost(
            "from the booking to its news, p95",
            await P95Async(async () =>
            {
                var agent = accounts[n % accounts.Count];
                await bed.Office.SendAsync(ACustomer.Into(slots[n++ % slots.Count].Slot, agent));
                await bed.Office.Get<GameReader>().RunAsync(CancellationToken.None);
                return await bed.NewsAsync(agent.AccountId!.Value);
            }),
            500,
            " ms");
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = 0; round < 8; round++)
        {
            without.Add(await MedianAsync(SendAsync));
            using var loop = ActivatorUtilities.CreateInstance<GameLoop>(bed.Office.Database.Provider);
            await loop.StartAsync(CancellationToken.None);
            with.Add(await MedianAsync(SendAsync));
            await loop.StopAsync(CancellationToken.None);
        }

        var (off, on) = (without.Order().ElementAt(4), with.Order().ElementAt(4));
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"a booking without the game {off:0.00} ms, with it {on:0.00} ms, medians of eight rounds in turn"));
        verdict.AtMost("a booking with the game against without, p50", on / off, 1.05);

        async Task<CommandAnswer> SendAsync()
        {
            var answer = await bed.Office.SendAsync(ACustomer.Into(slots[n++ % slots.Count].Slot, accounts[n % accounts.Count]));
            return answer is CommandAnswer.Done ? answer : throw new InvalidOperationException($"A booking was not made: {answer}");
        }
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> run)
    {
        var times = new List<TimeSpan>();
        for (var n = 0; n < 300; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        return new Latencies(times).Median;
    }

    /// <summary>Two thirds bookings, one third outcomes, spread over the days before now.</summary>
    private static IEnumerable<OfficeEvent> Log(Guid[] people, int events, DateTimeOffset until)
    {
        var random = new Random(5);
        var span = TimeSpan.FromDays(300);
        var booked = new List<Guid>();
        for (var n = 0; n < events; n++)
        {
            var at = until - span + (span * ((double)n / events));
            if (n % 3 < 2)
            {
                booked.Add(Guid.CreateVersion7(at));
                yield return GameLog.Booked(booked[^1], people[random.Next(people.Length)], at, DateOnly.FromDateTime(at.Date).AddDays(3), new TimeOnly(9 + (3 * random.Next(4)), 0));
            }
            else
            {
                yield return GameLog.Became(booked[^random.Next(1, Math.Min(booked.Count, 200) + 1)], random.Next(3) == 0 ? BookingStatus.NoShow : BookingStatus.Completed, at);
            }
        }
    }

    private static async Task<double> P95Async<T>(Func<Task<T>> run)
    {
        await run();
        var times = new List<TimeSpan>();
        for (var n = 0; n < Runs; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        var latencies = new Latencies(times);
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{latencies}"));
        return latencies.At(0.95);
    }
}
