using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Outcomes;

/// <summary>Reads the markers from the rules of outcomes.</summary>
internal sealed class MarkerWordsQuery(SettingsStore settings) : IMarkerWordsQuery
{
    /// <inheritdoc />
    public async Task<MarkerWords> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken) =>
        (await settings.ReadAsync(db, cancellationToken)).Outcomes.Words;
}
