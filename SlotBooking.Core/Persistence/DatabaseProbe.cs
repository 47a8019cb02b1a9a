using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>Answers whether the database can be used now. Thread-safe.</summary>
public sealed class DatabaseProbe(Database database)
{
    /// <summary>Returns whether the database has the schema of this version.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
