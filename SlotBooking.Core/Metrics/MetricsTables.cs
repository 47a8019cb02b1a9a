using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Metrics;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class MetricsTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Each day's appointments, counted.</summary>
        public DbSet<DaySheet> DaySheets => db.Set<DaySheet>();
    }
}
