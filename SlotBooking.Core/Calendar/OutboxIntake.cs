using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;
using SlotBooking.Core.Tracking;
using SlotBooking.Core.Tracking.Outcomes;

namespace SlotBooking.Core.Calendar;

/// <summary>Turns what the event log tells of bookings into rows that say which events have to be brought in line.</summary>
/// <remarks>Rows and cursor are one transaction: a crash repeats a stretch or leaves it done, and repeating it does no harm.</remarks>
public sealed class OutboxIntake(Database database, OfficeClock clock)
{
    /// <summary>The reader's name in the log.</summary>
    public const string Reader = "calendar-outbox";

    private const int PageSize = 500;
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
            Ask(db, rows, item);
        }

        if (events.Count > 0)
        {
            cursor.MoveTo(events[^1]);
        }

        return events.Count;
    }

    private void Ask(SlotBookingDb db, Dictionary<Guid, CalendarWrite> rows, OfficeEvent item)
    {
        var id = item.BookingId!.Value;
        if (!rows.TryGetValue(id, out var row))
        {
            row = db.CalendarWrites.Add(new CalendarWrite { BookingId = id, NextTryAt = clock.Now }).Entity;
            rows.Add(id, row);
        }
        else if (row.Done == row.Wanted || row.ParkedBecause is not null)
        {
            // A row that waits or is being written keeps its time: it will be written once more anyway.
            row.NextTryAt = clock.Now;
            row.Attempts = 0;
            row.ParkedBecause = null;
        }

        row.Wanted = Math.Max(row.Wanted + 1, item.Sequence);
    }
}
