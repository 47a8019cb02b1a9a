using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Collects evidence about events of bookings in one reading of the central calendar and applies what follows.</summary>
internal sealed class AppointmentInspection(
    Database database, ICalendarProvider provider, CalendarRef central, OfficeClock clock) : IAppointmentInspection
{
    private readonly DeletionInquiry _inquiry = new(database, provider, central, clock);
    private Evidence _due = new(clock.Now, new Dictionary<string, CalendarItem?>());
    private Evidence? _evidence;

    /// <inheritdoc />
    public async Task<bool> CheckDueAsync(CancellationToken cancellationToken)
    {
        (_due, var hasDue) = await _inquiry.DueAsync(cancellationToken);
        return hasDue;
    }

    /// <inheritdoc />
    public async Task CheckAsync(CalendarChanges changes, TimeRange window, DateTimeOffset began, CancellationToken cancellationToken) =>
        _evidence = await _inquiry.AskAboutAsync(changes, window, _due, began, cancellationToken);

    /// <inheritdoc />
    public Task ApplyAsync(SlotBookingDb db, CalendarChanges changes, MirrorChange mirror, CancellationToken cancellationToken) =>
        new OwnEvents(db, clock).ApplyAsync(changes, mirror, _evidence ?? _due, cancellationToken);
}
