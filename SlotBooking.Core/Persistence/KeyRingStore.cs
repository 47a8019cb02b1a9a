using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>Keeps the key ring that protects cookies in the database.</summary>
public sealed class KeyRingStore(Database database)
{
    /// <summary>Reads the keys as the XML in which they are stored; encrypted ones stay encrypted.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.DataProtectionKeys.Select(key => key.Xml).OfType<string>().ToListAsync(cancellationToken);
    }

    /// <summary>Lets data protection keep its keys in the database.</summary>
    public static void Persist(IDataProtectionBuilder protection) => protection.PersistKeysToDbContext<SlotBookingDb>();
}
