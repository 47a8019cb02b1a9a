using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Benchmarks;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

/// <summary>How long the outcome job takes over 5,000 appointments that are due, among a million others, and whether a second run writes nothing.</summary>
internal static class OutcomesBench
{
    private const int Due = 5_000;
    private const int ByHand = 500;
    private const int Days = 20;
    private const double TargetSeconds = 10;
    private static readonly string[] Marks = ["", " ( erschienen )", " ( nicht erschienen )", " ( Ghost )", " ( verschoben )", " ( foo )"];

    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--bookings N</c>, <c>--customers N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var size = new BigOffice.Size(Arguments.Number(args, "bookings", 1_000_000), Arguments.Number(args, "customers", 200_000));
        await using var bed = await OutcomeBed.OpenAsync(kind);
        await BigOffice.FillAsync(bed.Office.Database.Database, bed.Office.Clock, size);
        await bed.Office.ReadAsync(db => db.Bookings.Where(b => b.Status == BookingStatus.Open && b.EndsAt < bed.Office.Clock.Now)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Status, BookingStatus.Completed)));
        await bed.ReadAsync();
        await FillAsync(bed);

        var (first, report) = await MeasureAsync(bed);
        var changes = await bed.Office.ReadAsync(db => db.OutcomeChanges.CountAsync());
        var (second, _) = await MeasureAsync(bed);
        Verdict.Say(report.Text);
        var verdict = new Verdict();
        verdict.AtMost(string.Create(CultureInfo.InvariantCulture, $"{Due} appointments that are due, {changes} outcomes"), first, TargetSeconds, " s");
        verdict.AtMost("the same once more", second, TargetSeconds, " s");
        verdict.AtMost("outcomes that the second run wrote", await bed.Office.ReadAsync(db => db.OutcomeChanges.CountAsync()) - changes, 0);
        return verdict.ExitCode;
    }

    private static async Task<(double Seconds, JobReport Report)> MeasureAsync(OutcomeBed bed)
    {
        var (begin, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var report = await bed.RunJobAsync();
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"      of which this process computed {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s"));
        return (Stopwatch.GetElapsedTime(begin).TotalSeconds, report);
    }

    private static async Task FillAsync(OutcomeBed bed)
    {
        for (var done = 0; done < Due; done += 1_000)
        {
            var from = done;
            await bed.Office.Database.Database.WriteAsync(
                db =>
                {
                    foreach (var n in Enumerable.Range(from, 1_000))
                    {
                        var booking = ABooking.On(bed.Office.Clock, daysAhead: -2 - (n % Days), hour: 9 + (n % 12));
                        var isByHand = n < ByHand;
                        db.MirroredEvents.Add(new MirroredEvent
                        {
                            CalendarKey = CalendarKeys.Central,
                            EventId = isByHand ? string.Create(CultureInfo.InvariantCulture, $"hand{n:00000}") : AppointmentEventId.Of(booking.Id, 0),
                            BookingId = isByHand ? null : booking.Id,
                            Title = AppointmentName.Of(booking) + Marks[n % Marks.Length],
                            StartsAt = booking.StartsAt,
                            EndsAt = booking.EndsAt,
                            ColorId = "7",
                        });
                        if (!isByHand)
                        {
                            db.Bookings.Add(booking);
                            db.SlotPlaces.Add(new SlotPlace { Day = booking.Day, Start = booking.Start, Number = 1_000_000 + n, BookingId = booking.Id });
                        }
                    }

                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }
    }
}
