using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.History;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Events;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>An agent's page among a million appointments and the events that tell of them: list, history, rate, feed.</summary>
internal static class MyBookingsBench
{
    private const int Runs = 40;
    private const double Target = 150;

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--bookings N</c>, <c>--customers N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var size = new BigOffice.Size(Arguments.Number(args, "bookings", 1_000_000), Arguments.Number(args, "customers", 200_000));
        await using var office = await Office.OpenAsync(kind, consultants: 0, services => services.AddFigures().AddFeeds());
        var big = await BigOffice.FillAsync(office.Database.Database, office.Clock, size);
        await TellAsync(office);
        await office.Get<DaySheets>().RebuildAsync(CancellationToken.None);
        var verdict = new Verdict();
        var heap = Heap();
        await ReadAllAsync(office, big, verdict);
        verdict.AtMost("heap that all of this left behind", (Heap() - heap) / 1e6, 5, " MB");
        return verdict.ExitCode;
    }

    private static async Task ReadAllAsync(Office office, BigOffice big, Verdict verdict)
    {
        var (first, last) = MineQuestion.Usual(office.Today);
        var page = office.Get<MyBookingsReader>();
        var admin = new MineViewer(office.Admin.AccountId!.Value, IsAgent: false, IsConsultant: false, IsAdmin: true);
        var sheet = await page.ReadAsync(Viewer(0), new MineQuestion(null, first, last), CancellationToken.None);
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{sheet.All.Count} appointments of one agent in the page's period"));
        await MeasureAsync(verdict, "one agent's page", n => page.ReadAsync(Viewer(n), new MineQuestion(null, first, last), CancellationToken.None));
        await MeasureAsync(verdict, "everybody's page", _ => page.ReadAsync(admin, new MineQuestion(null, first, last), CancellationToken.None));
        await MeasureAsync(verdict, "one row anew", n => page.ReadAgainAsync(sheet, new HashSet<Guid> { sheet.All[n].Id }, CancellationToken.None));
        var history = office.Get<HistoryReader>();
        await MeasureAsync(verdict, "an appointment's history", n => history.ReadAsync(sheet.All[n].Id, office.Admin, CancellationToken.None));
        var rate = office.Get<AttendanceReader>();
        await MeasureAsync(verdict, "own rate beside the team's", n => rate.ReadAsync(Agent(n), first, last, Agent(n).AccountId, CancellationToken.None));
        var tokens = await TokensAsync(office, big);
        var feed = office.Get<FeedReader>();
        await MeasureAsync(verdict, "a feed", n => feed.ReadAsync(tokens[n % tokens.Count], CancellationToken.None));

        Core.Events.Actor Agent(int n) => big.Agents[n % big.Agents.Count];

        MineViewer Viewer(int n) => new(Agent(n).AccountId!.Value, IsAgent: true, IsConsultant: false, IsAdmin: false);
    }

    private static async Task<List<string>> TokensAsync(Office office, BigOffice big)
    {
        var tokens = new List<string>();
        foreach (var agent in big.Agents.Take(8))
        {
            tokens.Add(((FeedAnswer.Made)await office.Get<FeedDesk>().MakeAsync(agent, null, CancellationToken.None)).Token);
        }

        return tokens;
    }

    /// <summary>An event for each booking and one for each outcome, as the product would have told of them.</summary>
    private static async Task TellAsync(Office office)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await office.Database.Database.ReadAsync(CancellationToken.None);
        await using var reading = await office.Database.Database.ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
            ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000"
            : "SET session_replication_role = replica");
        var indexes = await SleepingIndexes.OfAsync(db, "events", "outcome_changes");
        var bookings = await reading.Bookings.AsNoTracking().OrderBy(b => b.Day)
            .Select(b => new Told(b.Id, b.Day, b.Start, b.AgentId, b.BookedAt, b.EndsAt, b.Status)).ToListAsync();
        await new BulkRows<OutcomeChange>(db).WriteAsync(db, bookings.Where(b => b.Status != BookingStatus.Open).Select(Change));
        await new BulkRows<OfficeEvent>(db).WriteAsync(db, bookings.SelectMany(Events));
        await indexes.WakeAsync(db);
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
            ? "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -2000; PRAGMA wal_checkpoint(TRUNCATE)"
            : "SET session_replication_role = origin; ANALYZE");
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"their events written in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static OutcomeChange Change(Told b) => new()
    {
        Id = Guid.CreateVersion7(b.EndsAt),
        BookingId = b.Id,
        From = BookingStatus.Open,
        To = b.Status,
        At = b.EndsAt.AddMinutes(20),
        Source = OutcomeSource.Job,
        Detail = "None/2",
    };

    private static IEnumerable<OfficeEvent> Events(Told b)
    {
        yield return new OfficeEvent { Kind = EventKinds.Booked, At = b.BookedAt, AccountId = b.AgentId, BookingId = b.Id, Day = b.Day, Start = b.Start };
        if (b.Status != BookingStatus.Open)
        {
            yield return new OfficeEvent
            {
                Kind = EventKinds.OutcomeChanged,
                At = b.EndsAt.AddMinutes(20),
                BookingId = b.Id,
                Day = b.Day,
                Start = b.Start,
                Detail = JsonSerializer.Serialize(new { from = "Open", to = b.Status.ToString(), source = "job" }),
            };
        }
    }

    private static async Task MeasureAsync(Verdict verdict, string what, Func<int, Task> run)
    {
        await run(0);
        var times = new List<TimeSpan>();
        for (var n = 0; n < Runs; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await run(n);
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        var latencies = new Latencies(times);
        Verdict.Say($"{what}: {latencies}");
        verdict.AtMost(what + ", p50", latencies.Median, Target, " ms");
        verdict.AtMost(what + ", p95", latencies.At(0.95), Target, " ms");
    }

    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private sealed record Told(Guid Id, DateOnly Day, TimeOnly Start, Guid AgentId, DateTimeOffset BookedAt, DateTimeOffset EndsAt, BookingStatus Status);
}
