using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Keeps the places that hand-made events take in line with the central calendar, and publishes the days that changed.</summary>
internal sealed class CentralTakingsObserver(
    IOwnEventQuery own, IMarkerWordsQuery markers, SettingsStore settings, OfficeClock clock) : IMirrorObserver
{
    /// <inheritdoc />
    public int Order => 0;

    /// <inheritdoc />
    public async Task ApplyAsync(SlotBookingDb db, MirrorChange change, CancellationToken cancellationToken)
    {
        if (change.Calendar.Key != CalendarKeys.Central)
        {
            return;
        }

        var readiness = (await settings.ReadAsync(db, cancellationToken)).Readiness;
        var words = await markers.ReadAsync(db, cancellationToken);
        var ours = await own.FindAsync(db, change.Present, cancellationToken);
        var takings = new CentralTakings(db, readiness, words, clock);
        var days = await takings.UpdateAsync(change.Touched, change.Present, ours, cancellationToken);
        db.Events.AddRange(days.Order().Select(day => new OfficeEvent { Kind = EventKinds.CentralChanged, At = clock.Now, Day = day }));
    }
}
