using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Bookings.MyBookings;

/// <summary>Appointments as pages show them, without a database.</summary>
internal static class AnAppointment
{
    public static readonly Guid Anna = Guid.NewGuid();

    public static readonly DateOnly Tuesday = new(2026, 6, 9);

    public static BookingView At(int hour, int days = 0, string name = "Muster, Max", BookingStatus status = BookingStatus.Open, bool isConfirmed = false, string? phone = null)
    {
        var slot = new Slot(Tuesday.AddDays(days), new TimeOnly(hour, 0));
        var start = Berlin.At(slot.Day, hour);
        var parts = name.Split(", ");
        return new BookingView(
            Guid.NewGuid(), slot, start, start.AddHours(2), parts[0], parts[1], phone, Potential.Normal, status, isConfirmed, Anna, "anna", start.AddDays(-3), slot.Day.AddDays(-3));
    }
}
