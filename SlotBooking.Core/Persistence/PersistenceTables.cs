using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class PersistenceTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Gets the key ring that protects cookies.</summary>
        public DbSet<KeyRingEntry> KeyRing => db.Set<KeyRingEntry>();
    }
}
