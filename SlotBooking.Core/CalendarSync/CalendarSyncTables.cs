using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class CalendarSyncTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Events of ours that are missing in the central calendar.</summary>
        public DbSet<CalendarAbsence> CalendarAbsences => db.Set<CalendarAbsence>();

        /// <summary>People's secret links to their appointments.</summary>
        public DbSet<FeedLink> FeedLinks => db.Set<FeedLink>();
    }
}
