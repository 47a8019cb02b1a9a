using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Empties a database that was filled with invented data. What fills it anew is the caller's.</summary>
/// <remarks>
/// One transaction: all or nothing. It may be done beside a running server: everybody has to sign in again, since the accounts are new.
/// The key ring stays, so that the server can go on reading its cookies; the log's numbers go on, so that its readers see what is new.
/// </remarks>
public sealed class DemoReset(Database database, OfficeClock clock)
{
    private const string KeyRing = "data_protection_keys";

    /// <summary>Whether this database was filled with invented data.</summary>
    public async Task<bool> IsDemoAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await DemoOrigin.IsDemoAsync(db, cancellationToken);
    }

    /// <summary>Empties it; false, and nothing is touched, when it is not a demo.</summary>
    public Task<bool> EmptyAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!await DemoOrigin.IsDemoAsync(db, cancellationToken))
            {
                return false;
            }

            await EmptyAsync(db, cancellationToken);

            // Should the filling be interrupted, the next try still knows that nothing real is lost.
            db.Events.Add(DemoOrigin.Note(clock.Now));
            return true;
        },
        cancellationToken);

    private static async Task EmptyAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(table => table != KeyRing).Order(StringComparer.Ordinal).Select(table => $"\"{table}\"").ToList();
        string[] statements = db.Database.IsSqlite()
            ? ["PRAGMA defer_foreign_keys = ON", .. tables.Select(table => "DELETE FROM " + table)]
            : ["TRUNCATE " + string.Join(", ", tables)];
        foreach (var sql in statements)
        {
            await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }
}
