using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Turns what the event log tells of bookings into rows that say which events have to be brought in line.</summary>
/// <remarks>Rows and cursor are one transaction: a crash repeats a stretch or leaves it done, and repeating it does no harm.</remarks>
public sealed class OutboxIntake(Database database, OfficeClock clock)
{
    /// <summary>The reader's name in the log.</summary>
    public const string Reader = "calendar-outbox";

    private const int PageSize = 500;
    private static readonly TimeSpan EditsCount = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly HashSet<string> Kinds =
        new(StringComparer.Ordinal) { EventKinds.Booked, EventKinds.Moved, EventKinds.Cancelled, EventKinds.Restored, EventKinds.EditedInCalendar, EventKinds.Anonymised };

    /// <summary>Whether the event asks for a write.</summary>
    public static bool Concerns(OfficeEvent item) => item.BookingId is not null && (Kinds.Contains(item.Kind) || OutcomeLog.AsksForMarks(item));

    /// <summary>Takes in all that is new.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await HasNewAsync(cancellationToken) && await database.WriteAsync(db => TakeAsync(db, cancellationToken), cancellationToken) == PageSize)
        {
            // There may be more.
        }
    }

    private async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Reader, cancellationToken) ?? new ReaderCursor { Reader = Reader };
        return (await EventLog.ReadAfterAsync(db, cursor, 1, cancellationToken)).Count > 0;
    }

    private async Task<int> TakeAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
        var events = await EventLog.ReadAfterAsync(db, cursor, PageSize, cancellationToken);
        var asking = events.Where(Concerns).ToList();
        var ids = asking.Select(e => e.BookingId!.Value).Distinct().ToArray();
        var rows = await db.CalendarWrites.AsTracking().Where(w => ids.Contains(w.BookingId)).ToDictionaryAsync(w => w.BookingId, cancellationToken);
        foreach (var item in asking)
        {
            Ask(db, rows, item, await DueAsync(db, item, cancellationToken));
        }

        if (events.Count > 0)
        {
            cursor.MoveTo(events[^1]);
        }

        return events.Count;
    }

    /// <summary>At once; but who edits an event in the calendar again and again is answered later and later, so that no two programs chase each other.</summary>
    private async Task<DateTimeOffset> DueAsync(SlotBookingDb db, OfficeEvent item, CancellationToken cancellationToken)
    {
        if (item.Kind != EventKinds.EditedInCalendar)
        {
            return clock.Now;
        }

        var lately = clock.Now - EditsCount;
        var before = await db.Events.CountAsync(
            e => e.BookingId == item.BookingId && e.Kind == EventKinds.EditedInCalendar && e.At > lately && e.Sequence < item.Sequence, cancellationToken);
        return before == 0 ? clock.Now : clock.Now + Backoff.After(FirstPause, before, chance: 1);
    }

    private static void Ask(SlotBookingDb db, Dictionary<Guid, CalendarWrite> rows, OfficeEvent item, DateTimeOffset due)
    {
        var id = item.BookingId!.Value;
        if (!rows.TryGetValue(id, out var row))
        {
            row = db.CalendarWrites.Add(new CalendarWrite { BookingId = id, NextTryAt = due }).Entity;
            rows.Add(id, row);
        }
        else if (row.Done == row.Wanted || row.ParkedBecause is not null)
        {
            // A row that waits or is being written keeps its time: it will be written once more anyway.
            row.NextTryAt = due;
            row.Attempts = 0;
            row.ParkedBecause = null;
        }

        row.Wanted = Math.Max(row.Wanted + 1, item.Sequence);
    }
}
