using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Metrics;

public sealed class MetricsFilesTests
{
    [Fact]
    public async Task The_weekly_report_says_iso_week_and_year_and_the_latest_is_the_newest_week()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        bed.GoTo(new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero));
        await bed.AddAsync(
            bed.Booking(new DateOnly(2027, 1, 1), 11, BookingStatus.Completed),
            bed.Booking(new DateOnly(2027, 1, 5), 14, BookingStatus.NoShow, isConfirmed: true),
            bed.Booking(new DateOnly(2027, 1, 5), 16, BookingStatus.Open));
        var job = bed.Office.Database.Provider.GetServices<IJob>().Single(j => j.Name == "weekly-report");
        var windows = job.Schedule.Between(new DateTimeOffset(2026, 12, 29, 0, 0, 0, TimeSpan.Zero), bed.Office.Clock.Now).ToList();

        Assert.Equal(2, windows.Count);
        foreach (var window in windows.AsEnumerable().Reverse())
        {
            Assert.IsType<JobReport.Done>(await job.RunAsync(window, default));
        }

        var latest = Read(bed, "latest_weekly_report.json");
        Assert.Equal((1, 2027), (latest.GetProperty("week").GetInt32(), latest.GetProperty("year").GetInt32()));
        var metrics = latest.GetProperty("metrics");
        Assert.Equal((2, 1, 1, 0), (Number(metrics, "total_bookings"), Number(metrics, "total_outcomes"), Number(metrics, "no_shows"), Number(metrics, "completed")));
        Assert.Equal(1, Number(metrics.GetProperty("by_hour").GetProperty("14:00"), "no_shows"));
        Assert.Equal(2, Number(metrics.GetProperty("by_user").GetProperty("anna"), "total"));
        Assert.Equal(53, Read(bed, "weekly_reports", "2026-W53.json").GetProperty("week").GetInt32());
    }

    [Fact]
    public async Task The_days_are_published_in_the_old_shape()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        var day = bed.Office.Today.AddDays(-1);
        await bed.AddAsync(
            bed.Booking(day, 11, BookingStatus.Completed, isConfirmed: true),
            bed.Booking(day, 11, BookingStatus.NoShow),
            bed.Booking(day, 18, BookingStatus.Cancelled, potential: Potential.Top),
            bed.Booking(day, 18, BookingStatus.Ghost));
        var job = bed.Office.Database.Provider.GetServices<IJob>().Single(j => j.Name == "daily-metrics");

        Assert.IsType<JobReport.Done>(await job.RunAsync(bed.Office.Clock.Now, default));

        var json = Read(bed, "daily_metrics.json").GetProperty("2026-06-08");
        Assert.Equal("2026-06-08", json.GetProperty("date").GetString());
        Assert.Equal((4, 1, 1, 1), (Number(json, "total_slots"), Number(json, "completed"), Number(json, "no_shows"), Number(json, "cancelled")));
        Assert.Equal((25.0, 50.0, 25.0), (Rate(json, "completion_rate"), Rate(json, "no_show_rate"), Rate(json, "cancellation_rate")));
        Assert.Equal(1, Number(json.GetProperty("by_potential").GetProperty("top"), "cancelled"));
        Assert.Equal("2026-06-09T09:00:00+02:00", json.GetProperty("calculated_at").GetString());
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static double Rate(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private static JsonElement Read(MetricsBed bed, params string[] names) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine([bed.Folder, "tracking", .. names]))).RootElement;
}
