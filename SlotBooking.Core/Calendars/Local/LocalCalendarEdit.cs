using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Local;

/// <summary>One edit of a local calendar by the product itself (readiness, hand-made events), as part of the caller's writing transaction.</summary>
/// <remarks>Several puts and removals stand or fall together; <see cref="Tell"/> ends them with the one event that makes the sync read the calendar at once.</remarks>
public sealed class LocalCalendarEdit(SlotBookingDb db, string calendarKey)
{
    /// <summary>Adds an event, or changes the one with this id; the same again changes nothing.</summary>
    public async Task PutAsync(string eventId, string title, TimeRange range, CancellationToken cancellationToken)
    {
        var row = await FindAsync(eventId, cancellationToken);
        if (row is { IsCancelled: false } && row.Title == title && row.StartsAt == range.Start && row.EndsAt == range.End)
        {
            return;
        }

        row ??= db.LocalEvents.Add(new LocalEvent { CalendarKey = calendarKey, EventId = eventId, Title = title }).Entity;
        row.Title = title;
        row.StartsAt = range.Start;
        row.EndsAt = range.End;
        row.IsCancelled = false;
        row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
    }

    /// <summary>Removes an event; nothing happens when there is none.</summary>
    public async Task RemoveAsync(string eventId, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, cancellationToken) is { IsCancelled: false } row)
        {
            row.IsCancelled = true;
            row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
        }
    }

    /// <summary>Tells of the edit if it changed anything; answers whether it did.</summary>
    public bool Tell(DateTimeOffset now, Guid? accountId)
    {
        if (!db.ChangeTracker.Entries<LocalEvent>().Any(e => e.Entity.CalendarKey == calendarKey && e.State is EntityState.Added or EntityState.Modified))
        {
            return false;
        }

        db.Events.Add(new OfficeEvent
        {
            Kind = EventKinds.LocalEdited,
            At = now,
            AccountId = accountId,
            Detail = CalendarEvents.ForCalendar(calendarKey),
        });
        return true;
    }

    private async Task<LocalEvent?> FindAsync(string eventId, CancellationToken cancellationToken) =>
        await db.LocalEvents.FindAsync([calendarKey, eventId], cancellationToken);
}
