using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Takes erased customers out of the mirror of the central calendar.</summary>
internal static class ErasedEvents
{
    /// <summary>Takes the names out of what is mirrored of these bookings' events at once; the calendar itself follows through the outbox.</summary>
    public static async Task ClearMirrorAsync(SlotBookingDb db, IReadOnlyCollection<Booking> bookings, MarkerWords words, CancellationToken cancellationToken)
    {
        var ids = bookings.Select(b => b.Id).ToArray();
        var eventIds = bookings.Select(b => b.CalendarEventId).OfType<string>().ToArray();
        var names = bookings.Where(b => b.CalendarEventId is not null).ToDictionary(b => b.CalendarEventId!, StringComparer.Ordinal);
        var mirrored = await db.MirroredEvents.AsTracking()
            .Where(e => e.CalendarKey == CalendarKeys.Central && (ids.Contains(e.BookingId!.Value) || eventIds.Contains(e.EventId)))
            .ToListAsync(cancellationToken);
        foreach (var item in mirrored)
        {
            var booking = names.GetValueOrDefault(item.EventId) ?? bookings.First(b => b.Id == item.BookingId);
            item.Title = AppointmentTitle.Erase(item.Title, AppointmentName.Of(booking), words);
        }
    }
}
