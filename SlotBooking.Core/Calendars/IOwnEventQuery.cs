using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Finds out which events of the central calendar were made for bookings.</summary>
public interface IOwnEventQuery
{
    /// <summary>The ids of those events that are ours and belong to a booking that exists; a copy that people made is not among them.</summary>
    Task<IReadOnlySet<string>> FindAsync(SlotBookingDb db, IReadOnlyList<MirroredEvent> events, CancellationToken cancellationToken);
}
