using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Reads the office's table of markers, which people append to the titles of events.</summary>
public interface IMarkerWordsQuery
{
    /// <summary>The markers as the context's transaction sees them.</summary>
    Task<MarkerWords> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken);
}
