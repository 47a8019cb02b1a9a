using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Outcomes;

/// <summary>Which events of the central calendar have to be looked at, and when.</summary>
/// <remarks>
/// Whoever asks locks the row, and whoever looks locks it before reading the event: an event that changes while it is looked at is looked
/// at once more.
/// </remarks>
internal static class MarkLooks
{
    /// <summary>Asks for a look at these events, part of the caller's transaction.</summary>
    public static async Task AskAsync(SlotBookingDb db, IReadOnlyCollection<string> eventIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (eventIds.Count == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO mark_looks ("EventId", "LookAt") SELECT value, {at.UtcTicks} FROM json_each({JsonSerializer.Serialize(eventIds)}) WHERE true
                ON CONFLICT ("EventId") DO UPDATE SET "LookAt" = excluded."LookAt"
                """,
                cancellationToken);
        }
        else
        {
            var ids = eventIds.Order(StringComparer.Ordinal).ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO mark_looks ("EventId", "LookAt") SELECT value, {at.ToUniversalTime()} FROM unnest({ids}) AS asked (value)
                ON CONFLICT ("EventId") DO UPDATE SET "LookAt" = excluded."LookAt"
                """,
                cancellationToken);
        }
    }

    /// <summary>The next looks that are due, locked until the transaction ends; those that somebody else is at are left out.</summary>
    public static Task<List<MarkLook>> TakeAsync(SlotBookingDb db, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var due = db.Database.IsSqlite()
            ? db.MarkLooks.FromSql($"""SELECT * FROM mark_looks WHERE "LookAt" <= {now.UtcTicks} ORDER BY "LookAt", "EventId" LIMIT {limit}""")
            : db.MarkLooks.FromSql(
                $"""SELECT * FROM mark_looks WHERE "LookAt" <= {now.ToUniversalTime()} ORDER BY "LookAt", "EventId" LIMIT {limit} FOR UPDATE SKIP LOCKED""");
        return due.AsTracking().ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Asks for a look at every event since an instant whose appointment is over and undecided, as a second net under what was asked for
    /// when the events changed. Answers how many.
    /// </summary>
    public static async Task<int> AskForUndecidedAsync(SlotBookingDb db, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var central = db.MirroredEvents.Where(e => e.CalendarKey == CalendarKeys.Central && e.EndsAt > since && e.EndsAt <= until);
        var own = await central.Where(e => db.Set<Booking>().Any(b => b.Id == e.BookingId && b.Status == Bookings.BookingStatus.Open))
            .Select(e => e.EventId).ToListAsync(cancellationToken);
        var byHand = await central
            .Where(e => e.BookingId == null && !db.Set<Booking>().Any(b => b.CalendarEventId == e.EventId && b.Status != Bookings.BookingStatus.Open))
            .Select(e => e.EventId).ToListAsync(cancellationToken);
        foreach (var ids in own.Concat(byHand).Chunk(500))
        {
            await AskAsync(db, ids, until, cancellationToken);
        }

        return own.Count + byHand.Count;
    }
}
