using System.Diagnostics;
using System.Globalization;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Web;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Reading and writing calendars against the stand-in over HTTP, and pages while Google hangs.</summary>
internal static class CalendarBench
{
    private const int Events = 5000;
    private const int Consultants = 8;
    private const int Waiting = 1000;
    private const int Limit = 600;
    private const int Budget = Limit * 4 / 5;
    private const int TimesAsFast = 20;
    private const int Pages = 200;
    private const string Password = "ein-langes-kennwort";

    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") == "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var verdict = new Verdict();
        await ReadAsync(kind, verdict);
        await WriteAsync(kind, verdict);
        await PagesAsync(verdict);
        return verdict.ExitCode;
    }

    private static async Task ReadAsync(DatabaseKind kind, Verdict verdict)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        for (var n = 0; n < Consultants; n++)
        {
            var id = FormattableString.Invariant($"berater{n}@stand-in.example");
            bed.Google.AddCalendar(id);
            await bed.Bed.AddConsultantAsync(FormattableString.Invariant($"Berater {n}"), id);
        }

        var stores = bed.Google.Calendars.Values.ToArray();
        for (var n = 0; n < Events; n++)
        {
            var range = bed.Bed.Hours(n % 56, 9 + (n % 10), 1);
            stores[n % stores.Length].Insert(GoogleBed.Entered(FormattableString.Invariant($"termin{n:d5}"), "Beispiel, Ines", range));
        }

        var first = await TimeAsync(() => bed.SyncAsync());
        var before = bed.Google.Requests.Count;
        var second = await TimeAsync(() => bed.SyncAsync());
        var requests = bed.Google.Requests.Count - before;
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"second sync, nothing changed: {second.TotalMilliseconds:0} ms, {requests} requests for {stores.Length} calendars"));
        verdict.AtMost("first sync of 5,000 events", first.TotalSeconds, 10, " s");
        verdict.AtMost("requests per calendar without changes", (double)requests / stores.Length, 1);
    }

    /// <summary>The clock runs twenty times as fast, so a minute of the budget lasts three seconds.</summary>
    private static async Task WriteAsync(DatabaseKind kind, Verdict verdict)
    {
        var time = new FastClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), TimesAsFast);
        await using var bed = await GoogleBed.CreateAsync(
            kind, time, ("Calendar:Google:RequestsPerMinute", Limit.ToString(CultureInfo.InvariantCulture)), ("Calendar:Google:TimeoutSeconds", "120"));
        for (var n = 0; n < Waiting; n++)
        {
            await bed.Bed.BookAsync();
        }

        var (begun, watch) = (time.GetUtcNow(), Stopwatch.StartNew());
        while (bed.Central.Alive().Count < Waiting && watch.Elapsed < TimeSpan.FromMinutes(3))
        {
            await bed.Bed.Outbox.RunAsync(CancellationToken.None);
            await Task.Delay(10);
        }

        var took = time.GetUtcNow() - begun;
        var arrivals = bed.Google.Arrivals.ToArray();
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{Waiting} waiting bookings: {took.TotalMinutes:0.0} minutes of the fast clock, {arrivals.Length} requests"));
        verdict.AtLeast("bookings written", bed.Central.Alive().Count, Waiting);
        verdict.AtMost("most requests in any minute", Busiest(arrivals), Budget);
    }

    private static async Task PagesAsync(Verdict verdict)
    {
        await using var google = await StandInServer.StartAsync();
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>(WebServer.AsInstalled)
        {
            ["USERLIST"] = $"vera:{Password}",
            ["GOOGLE_CREDS_BASE64"] = google.Account.CredentialsBase64,
            ["CENTRAL_CALENDAR_ID"] = StandInServer.CentralId,
            ["Calendar__Google__BaseUri"] = google.BaseUri,
            ["Calendar__SyncSeconds"] = "1",
        });
        using var client = new OfficeClient(server.BaseUri);
        await client.SignInAsync("vera", Password);
        await PageTimesAsync(client);
        var (well, hanging) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < 3; round++)
        {
            google.Faults.Clear();
            well.AddRange(await PageTimesAsync(client));
            google.Faults.Next(new Fault.Hang(), int.MaxValue);
            await Task.Delay(TimeSpan.FromSeconds(2));
            hanging.AddRange(await PageTimesAsync(client));
        }

        Verdict.Say($"day page while Google answers: {new Latencies(well)}");
        Verdict.Say($"day page while Google hangs:   {new Latencies(hanging)}");
        verdict.AtMost("day page, Google hanging against answering", new Latencies(hanging).Median / new Latencies(well).Median, 1.2);
    }

    private static async Task<List<TimeSpan>> PageTimesAsync(OfficeClient client)
    {
        var times = new List<TimeSpan>();
        for (var n = 0; n < Pages; n++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync("/day/2026-11-25");
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed);
        }

        return times;
    }

    private static int Busiest(DateTimeOffset[] arrivals)
    {
        Array.Sort(arrivals);
        var (most, first) = (0, 0);
        for (var last = 0; last < arrivals.Length; last++)
        {
            while (arrivals[last] - arrivals[first] >= TimeSpan.FromMinutes(1))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }
}
