using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Counts the writes that the central calendar still lacks.</summary>
public interface IPendingWritesQuery
{
    /// <summary>Counts them as the context sees them.</summary>
    Task<PendingWriteCounts> CountAsync(SlotBookingDb db, CancellationToken cancellationToken);
}
