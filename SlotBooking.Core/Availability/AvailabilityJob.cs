using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Availability;

/// <summary>Reads the consultants' calendars and works out who is ready when.</summary>
/// <remarks>Any run works out the whole window, so of several missed windows only the newest is caught up.</remarks>
public sealed class AvailabilityJob(CalendarSyncService sync, CalendarDirectory directory, AvailabilityService availability) : IJob
{
    /// <inheritdoc />
    public string Name => "availability";

    /// <inheritdoc />
    public string Title => "Verfügbarkeit";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new WeekdayHours(FirstHour: 5, LastHour: 14);

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.NewestOnly;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        var calendars = (await directory.AllAsync(cancellationToken)).Where(c => c.Key != CalendarKeys.Central).ToList();
        var report = await sync.SyncAsync(calendarKey: null, cancellationToken);
        var change = await availability.ComputeAsync(cancellationToken);
        var unread = report.Calendars.Where(c => c.Outcome == SyncOutcome.Failed && c.Calendar.Key != CalendarKeys.Central).ToList();
        if (unread.Count > 0)
        {
            return new JobReport.Failed(FormattableString.Invariant(
                $"{unread.Count} von {calendars.Count} Kalendern nicht gelesen, dort gilt der letzte Stand. {UnreadCalendars.Sentence(unread)}"));
        }

        return new JobReport.Done(calendars.Count == 0
            ? "Es gibt noch keine Berater."
            : FormattableString.Invariant($"{calendars.Count} Kalender gelesen, {change.Days} Tage geändert ({change.Added} bereit dazu, {change.Removed} weg)."));
    }
}
