using System.Globalization;
using System.Text.Json.Nodes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Persistence.Journal;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Metrics;

/// <summary>Publishes figures in <c>tracking/</c>, each file whole or not at all. Made anew from the database each time; nothing reads them back.</summary>
public sealed class MetricsFiles(MetricsReader reader, OfficeClock clock, PersistFolder folder)
{
    private const int DaysInFile = 92;

    /// <summary>Writes <c>daily_metrics.json</c>: the last three months, days without appointments left out. Answers how many days.</summary>
    public async Task<int> PublishDaysAsync(CancellationToken cancellationToken)
    {
        var json = new JsonObject();
        for (var day = clock.Today.AddDays(1 - DaysInFile); day <= clock.Today; day = day.AddDays(1))
        {
            var figures = await reader.ReadAsync(new MetricsFilter(day, day), cancellationToken);
            if (figures.Total.Total > 0)
            {
                json[day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] = MetricsJson.Day(day, figures, Now());
            }
        }

        await WholeFile.PublishAsync(In("daily_metrics.json"), MetricsJson.Bytes(json), cancellationToken);
        return json.Count;
    }

    /// <summary>Writes the week's report into <c>weekly_reports/</c>, and as <c>latest_weekly_report.json</c> if it is the newest.</summary>
    public async Task<PeriodFigures> PublishWeekAsync(IsoWeek week, bool isLatest, CancellationToken cancellationToken)
    {
        var figures = await reader.ReadAsync(MetricsFilter.Of(week), cancellationToken);
        var bytes = MetricsJson.Bytes(MetricsJson.Week(week, figures, Now()));
        await WholeFile.PublishAsync(In("weekly_reports", $"{week}.json"), bytes, cancellationToken);
        if (isLatest)
        {
            await WholeFile.PublishAsync(In("latest_weekly_report.json"), bytes, cancellationToken);
        }

        return figures;
    }

    private string In(params string[] names) => Path.Combine([folder.Path, "tracking", .. names]);

    /// <summary>With the zone's offset, so that nobody has to guess which clock it was.</summary>
    private string Now() => TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
