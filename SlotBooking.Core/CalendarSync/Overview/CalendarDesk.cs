using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>What admins do with calendars by hand. Only active admins may; a console verb acts for the product itself.</summary>
public sealed partial class CalendarDesk(
    Database database, CalendarDirectory directory, CalendarSyncService sync, CalendarOutbox outbox, CalendarHealth health, OfficeClock clock, ILogger<CalendarDesk> logger)
{
    private static readonly string[] CentralNames = ["central", "zentral", "Zentralkalender"];

    /// <summary>The calendar that people mean by this name (any case), by its key, or by „central“; null when there is none, or more than one.</summary>
    public async Task<CalendarRef?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var wanted = name.Trim();
        if (CentralNames.Contains(wanted, StringComparer.OrdinalIgnoreCase))
        {
            return directory.Central;
        }

        var all = await directory.AllAsync(cancellationToken);
        var named = all.Where(c => c.Key == wanted || string.Equals(c.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>Writes what waits and reads the calendar with this key, or all for null, now.</summary>
    public async Task<DeskResult> SyncAsync(string? calendarKey, Actor actor, CancellationToken cancellationToken)
    {
        if (!await MayAsync(actor, cancellationToken))
        {
            return DeskResult.NotAllowed;
        }

        await outbox.RunAsync(cancellationToken);
        return DeskResult.Of(await sync.SyncAsync(calendarKey, cancellationToken));
    }

    /// <summary>Reads the calendar with this key from the start and builds its mirror anew; bookings are not touched.</summary>
    public async Task<DeskResult> ResyncAsync(string calendarKey, Actor actor, CancellationToken cancellationToken)
    {
        if (!await MayAsync(actor, cancellationToken))
        {
            return DeskResult.NotAllowed;
        }

        LogResync(calendarKey, actor.AccountId);
        await database.WriteAsync(
            db => db.CalendarStates.Where(s => s.CalendarKey == calendarKey).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Cursor, (string?)null).SetProperty(s => s.FullAt, (DateTimeOffset?)null).SetProperty(s => s.NextTryAt, (DateTimeOffset?)null),
                cancellationToken),
            cancellationToken);
        return DeskResult.Of(await sync.SyncAsync(calendarKey, cancellationToken));
    }

    /// <summary>Gives one refused write, or all for null, another try, also while writing pauses.</summary>
    public async Task<DeskResult> RetryAsync(Guid? bookingId, Actor actor, CancellationToken cancellationToken)
    {
        if (!await MayAsync(actor, cancellationToken))
        {
            return DeskResult.NotAllowed;
        }

        var now = clock.Now;
        await outbox.ResumeAsync(cancellationToken);
        await database.WriteAsync(
            db => db.CalendarWrites.Where(w => w.ParkedBecause != null && (bookingId == null || w.BookingId == bookingId)).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.ParkedBecause, (string?)null).SetProperty(w => w.NextTryAt, now), cancellationToken),
            cancellationToken);
        await outbox.RunAsync(cancellationToken);
        var snapshot = await health.RefreshAsync(cancellationToken);
        return snapshot.Parked == 0
            ? new DeskResult(true, "Alles ist geschrieben oder wartet auf seinen nächsten Versuch.")
            : new DeskResult(false, FormattableString.Invariant($"Noch immer abgelehnt: {snapshot.Parked}. {snapshot.ParkedBecause}"));
    }

    private async Task<bool> MayAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await AccountRights.HasAnyAsync(db, actor, [Roles.Admin], cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The mirror of calendar {CalendarKey} is built anew, asked for by account {AccountId}")]
    private partial void LogResync(string calendarKey, Guid? accountId);
}

/// <summary>What became of something done by hand.</summary>
/// <param name="IsDone">False when it could not be done, or not wholly.</param>
/// <param name="Sentence">In German, for whoever asked.</param>
public sealed record DeskResult(bool IsDone, string Sentence)
{
    internal static readonly DeskResult NotAllowed = new(false, "Das kann nur ein Admin.");

    internal static DeskResult Of(SyncReport report)
    {
        var unread = report.Calendars.Where(c => c.Outcome == SyncOutcome.Failed).ToList();
        if (unread.Count > 0)
        {
            return new DeskResult(false, UnreadCalendars.Sentence(unread));
        }

        var changed = report.Calendars.Count(c => c.Outcome == SyncOutcome.Changed);
        return new DeskResult(true, (report.Calendars.Count, changed) switch
        {
            (1, 0) => $"{report.Calendars[0].Calendar.Name} gelesen, nichts hat sich geändert.",
            (1, _) => $"{report.Calendars[0].Calendar.Name} gelesen, es hat sich etwas geändert.",
            var (all, some) => FormattableString.Invariant($"{all} Kalender gelesen, {some} davon geändert."),
        });
    }
}
