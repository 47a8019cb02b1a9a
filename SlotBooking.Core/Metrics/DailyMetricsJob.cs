using SlotBooking.Core.Jobs;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Metrics;

/// <summary>Publishes the figures of each day.</summary>
/// <remarks>It also counts the last two months and the next weeks anew: should anything ever have changed without a word, it is right again by the evening.</remarks>
public sealed class DailyMetricsJob(MetricsFiles files, DaySheets sheets, OfficeClock clock) : IJob
{
    private const int DaysBack = 62;
    private const int DaysAhead = 92;

    /// <inheritdoc />
    public string Name => "daily-metrics";

    /// <inheritdoc />
    public string Title => "Tageszahlen";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new DailyInOffice(new TimeOnly(22, 30), clock);

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.NewestOnly;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        await sheets.CatchUpAsync(cancellationToken);
        await sheets.CountAsync([.. Enumerable.Range(-DaysBack, DaysBack + DaysAhead).Select(clock.Today.AddDays)], cancellationToken);
        var days = await files.PublishDaysAsync(cancellationToken);
        return new JobReport.Done(FormattableString.Invariant($"{days} Tage veröffentlicht."));
    }
}
