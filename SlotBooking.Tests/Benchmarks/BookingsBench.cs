using System.Globalization;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Bookings through the whole service against the raw speed of the same database, in turns.</summary>
internal static class BookingsBench
{
    private const int AtOnce = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--seconds N</c> for each of the two, <c>--at-once N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var (seconds, atOnce) = (Arguments.Number(args, "seconds", 12), Arguments.Number(args, "at-once", AtOnce));
        var times = new List<TimeSpan>();
        var (errors, yardsticks) = (new List<string>(), new List<double>());
        var (took, rounds) = (TimeSpan.Zero, 0);

        await WarmUpAsync(kind, atOnce);
        while (took < TimeSpan.FromSeconds(seconds))
        {
            var round = await BookingRound.OpenAsync(kind);
            await using var office = round.Office;
            var (mine, time, cpu) = await round.BookAsync(atOnce, TimeSpan.FromSeconds(seconds) - took);
            errors.AddRange(round.Errors);
            times.AddRange(mine);
            took += time;
            rounds++;
            yardsticks.Add(await YardstickAsync(office.Database, time));
            Verdict.Say(string.Create(
                CultureInfo.InvariantCulture, $"round {rounds}: {mine.Count / time.TotalSeconds:0} bookings/s, yardstick {yardsticks[^1]:0}/s; {new Latencies(mine)}; CPU per booking {cpu.TotalMicroseconds / mine.Count:0} us"));
        }

        return Report(kind, new Latencies(times), took, yardsticks, errors);
    }

    /// <summary>Full offices, one after another, until the runtime has compiled for good what runs often: a desk is open all day.</summary>
    private static async Task WarmUpAsync(DatabaseKind kind, int atOnce)
    {
        for (var took = TimeSpan.Zero; took < WarmUp;)
        {
            var round = await BookingRound.OpenAsync(kind);
            await using var office = round.Office;
            took += (await round.BookAsync(atOnce, WarmUp)).Took;
        }
    }

    private static async Task<double> YardstickAsync(TestDatabase database, TimeSpan time) => database.Target.File is { } file
        ? SqliteYardstick.Measure(Path.GetDirectoryName(Path.GetFullPath(file))!, time)
        : await PostgresYardstick.MeasureAsync(database.ConnectionString, AtOnce, time);

    private static int Report(DatabaseKind kind, Latencies latencies, TimeSpan took, List<double> yardsticks, List<string> errors)
    {
        var (speed, yardstick) = (latencies.Count / took.TotalSeconds, yardsticks.Average());
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{latencies.Count} bookings, {speed:0}/s; yardstick {yardstick:0}/s; {latencies}"));
        foreach (var group in errors.GroupBy(e => e, StringComparer.Ordinal))
        {
            Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{group.Count()} times: {group.Key}"));
        }

        var verdict = new Verdict();
        verdict.AtLeast("bookings per raw insert", speed / yardstick, kind is DatabaseKind.Sqlite ? 1 : 0.9);
        verdict.AtMost("slowest against median", latencies.Slowest / latencies.Median, 8, " x");
        verdict.AtMost("errors", errors.Count, 0);
        return verdict.ExitCode;
    }
}
