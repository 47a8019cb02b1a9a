using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class CalendarTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Gets the state of each calendar.</summary>
        public DbSet<CalendarState> CalendarStates => db.Set<CalendarState>();

        /// <summary>The mirrored events.</summary>
        public DbSet<MirroredEvent> MirroredEvents => db.Set<MirroredEvent>();

        /// <summary>Calendars that are kept here.</summary>
        public DbSet<LocalEvent> LocalEvents => db.Set<LocalEvent>();

        /// <summary>Channels through which Google says that a calendar changed.</summary>
        public DbSet<CalendarChannel> CalendarChannels => db.Set<CalendarChannel>();

        /// <summary>Requests that may be sent to Google.</summary>
        public DbSet<RequestLease> RequestLeases => db.Set<RequestLease>();

        /// <summary>Gets the outbox of the central calendar.</summary>
        public DbSet<CalendarWrite> CalendarWrites => db.Set<CalendarWrite>();
    }
}
