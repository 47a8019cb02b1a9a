using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class EventTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>The event log.</summary>
        public DbSet<OfficeEvent> Events => db.Set<OfficeEvent>();

        /// <summary>Gets the cursors of the log's readers.</summary>
        public DbSet<ReaderCursor> Cursors => db.Set<ReaderCursor>();
    }
}
