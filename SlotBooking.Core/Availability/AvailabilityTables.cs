using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Availability;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class AvailabilityTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>The people who hold appointments.</summary>
        public DbSet<Consultant> Consultants => db.Set<Consultant>();

        /// <summary>Gets the slots in which consultants are ready, as worked out last.</summary>
        public DbSet<ReadySlot> ReadySlots => db.Set<ReadySlot>();

        /// <summary>The worked-out window; one row at most.</summary>
        public DbSet<AvailabilityWindow> AvailabilityWindows => db.Set<AvailabilityWindow>();

        /// <summary>Blocked days and hours.</summary>
        public DbSet<Block> Blocks => db.Set<Block>();

        /// <summary>Places taken by hand-made events.</summary>
        public DbSet<CentralTaking> CentralTakings => db.Set<CentralTaking>();
    }
}
