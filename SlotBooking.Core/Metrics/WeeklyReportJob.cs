using SlotBooking.Core.Jobs;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Metrics;

/// <summary>Publishes the report of the week that has just ended; of weeks that nobody published meanwhile, each.</summary>
public sealed class WeeklyReportJob(MetricsFiles files, OfficeClock clock) : IJob
{
    /// <inheritdoc />
    public string Name => "weekly-report";

    /// <inheritdoc />
    public string Title => "Wochenbericht";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new WeeklyInOffice(DayOfWeek.Monday, new TimeOnly(5, 0), clock);

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.EachWindow;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        var week = IsoWeek.Of(clock.WallClock(window).Day).Plus(-1);
        var isLatest = week >= IsoWeek.Of(clock.Today).Plus(-1);
        var figures = await files.PublishWeekAsync(week, isLatest, cancellationToken);
        return new JobReport.Done(FormattableString.Invariant(
            $"KW {week.Week} {week.Year}: {figures.Total.Total} Termine, davon {figures.Total.Completed} erschienen."));
    }
}
