using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Builds the events that the central calendar should hold for bookings.</summary>
public static class BookingEvents
{
    /// <summary>The event for the booking in its present state, without marks.</summary>
    public static AppointmentEvent For(Booking booking) => new()
    {
        BookingId = booking.Id,
        Generation = booking.CalendarGeneration,
        Name = AppointmentName.Of(booking),
        Description = AppointmentEvent.Describe(booking.Note, booking.AgentName),
        Range = new TimeRange(booking.StartsAt, booking.EndsAt),
        ColorId = ((int)booking.Potential).ToString(CultureInfo.InvariantCulture),
    };
}
