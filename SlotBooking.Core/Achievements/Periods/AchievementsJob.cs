using SlotBooking.Core.Jobs;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Every evening, and again when a day of the calendar is over: finds the MVPs of the periods that are over, also of those that were missed.</summary>
/// <remarks>The evening ends the MVP's day; weeks, months and years end at midnight, and whoever was best is known in the morning.</remarks>
public sealed class AchievementsJob(PeriodClosing closing, OfficeClock clock) : IJob
{
    /// <inheritdoc />
    public string Name => "achievements";

    /// <inheritdoc />
    public string Title => "Erfolge";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new EitherOf(new DailyInOffice(new TimeOnly(22, 0), clock), new DailyInOffice(new TimeOnly(0, 5), clock));

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.NewestOnly;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken) => await closing.CloseAsync(cancellationToken) switch
    {
        null => new JobReport.Failed("Die Punkte werden gerade neu berechnet. Danach geht es von selbst weiter."),
        0 => new JobReport.Done("Kein Zeitraum war abzuschließen."),
        1 => new JobReport.Done("Ein Zeitraum wurde abgeschlossen."),
        { } many => new JobReport.Done(FormattableString.Invariant($"{many} Zeiträume wurden abgeschlossen.")),
    };
}
