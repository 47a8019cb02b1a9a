using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>Reads what became of every appointment that is over by now, of this day and of all that were missed since.</summary>
/// <remarks>
/// A program that serves does so all the time by itself; the job does it where nothing serves, looks once more at what is still undecided, and
/// is where it shows that the calendar could not be read: nothing is judged on knowledge older than an appointment's end.
/// </remarks>
public sealed class OutcomesJob(
    OutcomeReader reader, CalendarSyncService sync, IPendingWrites pending, Database database, SettingsStore settings, OfficeClock clock) : IJob
{
    /// <summary>How far back undecided appointments are looked at again.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(60);

    /// <inheritdoc />
    public string Name => "outcomes";

    /// <inheritdoc />
    public string Title => "Ergebnisse der Termine";

    /// <inheritdoc />
    public Schedule Schedule { get; } = new DailyInOffice(new TimeOnly(21, 0), clock);

    /// <inheritdoc />
    public CatchUp CatchUp => CatchUp.NewestOnly;

    /// <inheritdoc />
    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        await pending.RunAsync(cancellationToken);
        var synced = await sync.SyncAsync(CalendarKeys.Central, cancellationToken);
        var rules = (await settings.ReadAsync(cancellationToken)).Outcomes;
        var dueUntil = clock.Now - rules.Grace;
        await database.WriteAsync(db => MarkLooks.AskForUndecidedAsync(db, clock.Now - Memory, dueUntil, cancellationToken), cancellationToken);
        var tally = await reader.RunAsync(cancellationToken);
        var (undecided, unknown) = (await UndecidedAsync(dueUntil, cancellationToken), Unknown(tally));
        if (!synced.IsComplete)
        {
            return new JobReport.Failed(FormattableString.Invariant(
                $"Der Zentralkalender ist nicht lesbar: {undecided} Termine, die vorbei sind, bleiben offen. {UnreadCalendars.Sentence([.. synced.Calendars.Where(c => c.Outcome == SyncOutcome.Failed)])}"));
        }

        return new JobReport.Done(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Looked} Termine angesehen, {tally.Changed} Ergebnisse neu, {tally.Found} von Hand eingetragene gefunden, {undecided} noch offen.{unknown}"));
    }

    private async Task<int> UndecidedAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (first, last) = (clock.WallClock(until - Memory).Day, clock.WallClock(until).Day);
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.CountAsync(b => b.Day >= first && b.Day <= last && b.EndsAt <= until && b.Status == BookingStatus.Open, cancellationToken);
    }

    private static string Unknown(OutcomeTally tally)
    {
        var markers = tally.UnknownMarkers == 0 ? "" : FormattableString.Invariant($" Unbekannte Markierungen: {tally.UnknownMarkers}.");
        var colours = tally.UnknownColours.Count == 0 ? "" : $" Unbekannt: {string.Join(", ", tally.UnknownColours.Order(StringComparer.Ordinal))}.";
        return markers + colours;
    }
}
