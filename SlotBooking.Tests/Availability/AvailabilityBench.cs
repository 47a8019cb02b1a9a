using System.Diagnostics;
using System.Globalization;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Availability;

/// <summary>How long it takes to work out eight consultants over eight weeks from 5,000 events, and whether a second run writes nothing.</summary>
internal static class AvailabilityBench
{
    private const int Consultants = 8;
    private const int EventsEach = 625;
    private const double TargetSeconds = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var office = await AnOffice.OpenAsync(args.Contains("postgres") ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite);
        var random = new Random(2026);
        for (var n = 0; n < Consultants; n++)
        {
            var consultant = await office.AddConsultantAsync($"Beispiel {n}", $"c{n}@example.org");
            await office.MirrorAsync(consultant, [.. Enumerable.Range(0, EventsEach).Select(i => AnEvent(office, random, i))]);
        }

        var service = office.Get<AvailabilityService>();
        var (first, change) = await MeasureAsync(service);
        var events = await office.CountAsync<OfficeEvent>();
        var (second, nothing) = await MeasureAsync(service);
        var isQuiet = nothing == AvailabilityChange.None && events == await office.CountAsync<OfficeEvent>();

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"availability: {Consultants} consultants, {Consultants * EventsEach} events, {change.Added} rows: first {first:0.00} s, second {second:0.00} s (target {TargetSeconds} s); second wrote {(isQuiet ? "nothing" : "SOMETHING")}"));
        return first <= TargetSeconds && second <= TargetSeconds && isQuiet ? 0 : 1;
    }

    private static async Task<(double Seconds, AvailabilityChange Change)> MeasureAsync(AvailabilityService service)
    {
        var begin = Stopwatch.GetTimestamp();
        var change = await service.ComputeAsync(CancellationToken.None);
        return (Stopwatch.GetElapsedTime(begin).TotalSeconds, change);
    }

    /// <summary>Two of three declare readiness, the third is an appointment in the way.</summary>
    private static (string Title, TimeRange Range) AnEvent(AnOffice office, Random random, int number)
    {
        var start = office.Clock.At(AnOffice.Monday.AddDays(random.Next(56)), new TimeOnly(random.Next(8, 20), 0));
        return number % 3 == 0
            ? ("Besprechung", new TimeRange(start, start.AddMinutes(30)))
            : ("T1-bereit", new TimeRange(start, start.AddHours(random.Next(2, 9))));
    }
}
