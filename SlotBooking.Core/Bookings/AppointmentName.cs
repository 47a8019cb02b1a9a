namespace SlotBooking.Core.Bookings;

/// <summary>The name under which a booking's appointment is listed in the central calendar.</summary>
public static class AppointmentName
{
    /// <summary>„Nachname, Vorname“.</summary>
    public static string Of(Booking booking) => $"{booking.LastName}, {booking.FirstName}";
}
