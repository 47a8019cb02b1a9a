using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>Lets transactions about one thing go one after another.</summary>
internal static class TransactionLock
{
    /// <summary>Waits for the thing's turn and keeps it until the transaction ends. On SQLite the database is the lock.</summary>
    public static async Task TakeTurnAsync(this SlotBookingDb db, string thing, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({thing}, 0))", cancellationToken);
        }
    }
}
