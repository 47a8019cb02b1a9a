using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Reads the event log so that a reader with a cursor misses nothing.</summary>
/// <remarks>
/// On PostgreSQL a number may become visible after a higher one, so readers stay below the oldest running transaction and go by
/// transaction first, number second. On SQLite there is one writer at a time and all transactions are 0: the same order.
/// </remarks>
public static class EventLog
{
    /// <summary>The next events after the cursor, at most <paramref name="limit"/>, oldest first.</summary>
    /// <remarks>A row that was damaged from outside comes as an event of the kind <see cref="EventKinds.Damaged"/>: it stops no reader.</remarks>
    public static async Task<IReadOnlyList<OfficeEvent>> ReadAfterAsync(
        SlotBookingDb db, ReaderCursor cursor, int limit, CancellationToken cancellationToken)
    {
        var events = After(db, cursor, limit);
        try
        {
            return await events.ToListAsync(cancellationToken);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return await OneByOneAsync(db, await events.OrderBy(e => e.Transaction).ThenBy(e => e.Sequence).Select(e => new Place(e.Transaction, e.Sequence)).ToListAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>A value in a row that its column cannot hold: on SQLite a hand that mends can write one.</summary>
    internal static bool IsDamage(Exception exception) =>
        exception is FormatException or InvalidCastException or ArgumentException or OverflowException
        || (exception is InvalidOperationException { InnerException: { } inner } && IsDamage(inner));

    private static IQueryable<OfficeEvent> After(SlotBookingDb db, ReaderCursor cursor, int limit) => (db.Database.IsSqlite()
        ? db.Events.FromSql($"""SELECT * FROM events WHERE "Sequence" > {cursor.Sequence} ORDER BY "Sequence" LIMIT {limit}""")
        : db.Events.FromSql(
            $"""
            SELECT * FROM events
            WHERE ("Transaction", "Sequence") > ({cursor.Transaction}, {cursor.Sequence})
              AND "Transaction" < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
            ORDER BY "Transaction", "Sequence" LIMIT {limit}
            """)).AsNoTracking();

    private static async Task<IReadOnlyList<OfficeEvent>> OneByOneAsync(SlotBookingDb db, IReadOnlyList<Place> places, CancellationToken cancellationToken)
    {
        var events = new List<OfficeEvent>(places.Count);
        foreach (var place in places)
        {
            try
            {
                events.Add(await db.Events.AsNoTracking().SingleAsync(e => e.Sequence == place.Sequence, cancellationToken));
            }
            catch (Exception exception) when (IsDamage(exception))
            {
                events.Add(new OfficeEvent { Transaction = place.Transaction, Sequence = place.Sequence, Kind = EventKinds.Damaged, At = DateTimeOffset.UnixEpoch });
            }
        }

        return events;
    }

    private sealed record Place(long Transaction, long Sequence);

    /// <summary>The reader's cursor inside the caller's transaction, locked until it ends, so that two nodes never read the same stretch.</summary>
    /// <remarks>A reader that never read starts at the beginning. Two that start at the same instant: one fails and tries again later.</remarks>
    public static async Task<ReaderCursor> TakeCursorAsync(SlotBookingDb db, string reader, CancellationToken cancellationToken)
    {
        var rows = db.Database.IsSqlite()
            ? db.Cursors.FromSql($"""SELECT * FROM cursors WHERE "Reader" = {reader}""")
            : db.Cursors.FromSql($"""SELECT * FROM cursors WHERE "Reader" = {reader} FOR UPDATE""");
        if (await rows.AsTracking().SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        // Of several that begin at the same instant, one makes the row and the others wait for it.
        await db.Database.ExecuteSqlAsync($"""INSERT INTO cursors ("Reader", "Transaction", "Sequence") VALUES ({reader}, 0, 0) ON CONFLICT DO NOTHING""", cancellationToken);
        return await rows.AsTracking().SingleAsync(cancellationToken);
    }

    /// <summary>The end of the log now: where a reader starts that only wants what comes.</summary>
    public static async Task<ReaderCursor> EndAsync(SlotBookingDb db, string reader, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            return new ReaderCursor { Reader = reader, Sequence = await db.Events.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? 0 };
        }

        var oldest = await db.Database
            .SqlQuery<long>($"""SELECT (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint - 1 AS "Value" """)
            .SingleAsync(cancellationToken);
        return new ReaderCursor { Reader = reader, Transaction = oldest, Sequence = long.MaxValue };
    }

    /// <summary>Moves the cursor behind the event given.</summary>
    public static void MoveTo(this ReaderCursor cursor, OfficeEvent last)
    {
        cursor.Transaction = last.Transaction;
        cursor.Sequence = last.Sequence;
    }
}
