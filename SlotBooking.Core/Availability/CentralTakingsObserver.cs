using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Keeps the places that hand-made events take in line with the mirror of the central calendar, and publishes the days that changed.</summary>
internal sealed class CentralTakingsObserver(IOwnEventQuery own, SettingsStore settings, OfficeClock clock) : IMirrorObserver
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

        var office = await settings.ReadAsync(db, cancellationToken);
        var ours = await own.FindAsync(db, change.Present, cancellationToken);
        var days = await new CentralTakings(db, office, clock).UpdateAsync(change.Touched, change.Present, ours, cancellationToken);
        db.Events.AddRange(days.Order().Select(day => new OfficeEvent { Kind = EventKinds.CentralChanged, At = clock.Now, Day = day }));
    }
}
