using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Reads all calendars and writes what still has to go to the central one.</summary>
/// <remarks>
/// A program that serves does both all the time by itself; the job does them where nothing serves (a shell, a workflow),
/// and is where it shows that a calendar has not been readable. It also gives another try to what Google refused: the reason may be mended.
/// </remarks>
public sealed class CalendarSyncJob(CalendarSyncService sync, CalendarOutbox outbox, CalendarHealth health) : IJob
{
    /// <inheritdoc />
    public string Name => "calendar-sync";

    /// <inheritdoc />
    public string Title => "Kalenderabgleich";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new EveryMinutes(15);

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.NewestOnly;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        await outbox.RetryParkedAsync(cancellationToken);
        await outbox.RunAsync(cancellationToken);
        var report = await sync.SyncAsync(calendarKey: null, cancellationToken);
        var snapshot = await health.RefreshAsync(cancellationToken);
        var unread = report.Calendars.Where(c => c.Outcome == SyncOutcome.Failed).ToList();
        if (unread.Count > 0)
        {
            return new JobReport.Failed(FormattableString.Invariant(
                $"{unread.Count} von {report.Calendars.Count} Kalendern nicht gelesen. {UnreadCalendars.Sentence(unread)}"));
        }

        if (snapshot.Waiting + snapshot.Parked > 0)
        {
            var why = outbox.IsDryRun ? "Probelauf (Calendar:DryRun): Es wird nichts geschrieben." : snapshot.ParkedBecause ?? await outbox.PausedBecauseAsync(cancellationToken);
            return new JobReport.Failed(FormattableString.Invariant(
                $"{snapshot.Waiting + snapshot.Parked} Termine stehen noch nicht im Zentralkalender. {why}").TrimEnd());
        }

        var changed = report.Calendars.Count(c => c.Outcome == SyncOutcome.Changed);
        return new JobReport.Done(FormattableString.Invariant($"{report.Calendars.Count} Kalender gelesen, {changed} geändert. Der Zentralkalender ist aktuell."));
    }
}
