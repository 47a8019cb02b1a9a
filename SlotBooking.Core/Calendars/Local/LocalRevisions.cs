using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars.Local;

/// <summary>Numbers the changes of local calendars in the order in which they become visible.</summary>
internal static class LocalRevisions
{
    private const long LockNumber = 0x534C4F54_4C4F4341;

    /// <summary>The next number, inside the caller's writing transaction.</summary>
    /// <remarks>
    /// On PostgreSQL a lock is held until the transaction ends: otherwise a higher number could be seen first,
    /// and a reader that went past it would never see the lower one. On SQLite there is one writer anyway.
    /// </remarks>
    public static async Task<long> NextAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockNumber})", cancellationToken);
        }

        var stored = await db.LocalEvents.MaxAsync(e => (long?)e.Revision, cancellationToken) ?? 0;
        var pending = db.LocalEvents.Local.Select(e => e.Revision).DefaultIfEmpty().Max();
        return Math.Max(stored, pending) + 1;
    }
}
