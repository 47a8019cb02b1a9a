using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync;

/// <summary>What an event's title becomes when its customer is erased.</summary>
internal static class ErasedEvents
{
    /// <summary>The name that stands in for the customer's, with the markers that mean something; whatever else people wrote is gone.</summary>
    public static string Title(string current, string name, MarkerWords words) =>
        current.Trim()[MarkerParser.NameOf(current, words).Length..].Trim() is { Length: > 0 } markers ? $"{name} {markers}" : name;

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
            item.Title = Title(item.Title, AppointmentEvent.Of(booking).Name, words);
        }
    }
}
