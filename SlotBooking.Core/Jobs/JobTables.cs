using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Jobs;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class JobTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>The job ledger.</summary>
        public DbSet<JobWindow> JobWindows => db.Set<JobWindow>();
    }
}
