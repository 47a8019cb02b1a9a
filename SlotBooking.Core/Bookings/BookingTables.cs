using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class BookingTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Every appointment ever booked.</summary>
        public DbSet<Booking> Bookings => db.Set<Booking>();

        /// <summary>The sold places.</summary>
        public DbSet<SlotPlace> SlotPlaces => db.Set<SlotPlace>();

        /// <summary>The rows PostgreSQL locks.</summary>
        public DbSet<SlotLock> SlotLocks => db.Set<SlotLock>();

        /// <summary>Answers to commands.</summary>
        public DbSet<ProcessedCommand> Commands => db.Set<ProcessedCommand>();

        /// <summary>Every change of an outcome.</summary>
        public DbSet<OutcomeChange> OutcomeChanges => db.Set<OutcomeChange>();
    }
}
