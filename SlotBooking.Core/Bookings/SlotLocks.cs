using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Makes a transaction the only one that counts and sells places of some slots.</summary>
/// <remarks>SQLite's writing transaction is alone anyway. On PostgreSQL a row per slot is locked, always in the same order, so that two transactions never wait for each other in a circle.</remarks>
internal static class SlotLocks
{
    /// <summary>Takes the locks; they are held until the transaction ends.</summary>
    public static async Task TakeAsync(SlotBookingDb db, IReadOnlyCollection<Slot> slots, CancellationToken cancellationToken)
    {
        if (slots.Count == 0 || db.Database.IsSqlite())
        {
            return;
        }

        var ordered = slots.Order().ToArray();
        var days = ordered.Select(s => s.Day).ToArray();
        var starts = ordered.Select(s => s.Start).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO slots ("Day", "Start")
            SELECT * FROM unnest({days}::date[], {starts}::time[]) AS wanted ("Day", "Start")
            WHERE NOT EXISTS (SELECT 1 FROM slots s WHERE s."Day" = wanted."Day" AND s."Start" = wanted."Start")
            ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM slots s JOIN unnest({days}::date[], {starts}::time[]) AS wanted ("Day", "Start")
              ON s."Day" = wanted."Day" AND s."Start" = wanted."Start"
            ORDER BY s."Day", s."Start" FOR UPDATE OF s
            """,
            cancellationToken);
    }
}
