using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Outcomes;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class OutcomeTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Events of the central calendar whose marks have to be looked at.</summary>
        public DbSet<MarkLook> MarkLooks => db.Set<MarkLook>();
    }
}
