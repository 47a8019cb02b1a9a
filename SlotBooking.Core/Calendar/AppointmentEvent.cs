using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar;

/// <summary>The event that the central calendar should hold for a booking.</summary>
public sealed record AppointmentEvent
{
    /// <summary>The booking.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>How many ids were used up before; see <see cref="AppointmentEventId"/>.</summary>
    public int Generation { get; init; }

    /// <summary>The title without markers: „Nachname, Vorname“.</summary>
    public required string Name { get; init; }

    /// <summary>The note, then a line that says who booked.</summary>
    public required string Description { get; init; }

    /// <summary>When.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>The colour it is born with.</summary>
    public required string ColorId { get; init; }

    /// <summary>What the calendar should hold for the booking as it stands now.</summary>
    public static AppointmentEvent Of(Booking booking) => new()
    {
        BookingId = booking.Id,
        Generation = booking.CalendarGeneration,
        Name = $"{booking.LastName}, {booking.FirstName}",
        Description = Describe(booking.Note, booking.AgentName),
        Range = new TimeRange(booking.StartsAt, booking.EndsAt),
        ColorId = ((int)booking.Potential).ToString(CultureInfo.InvariantCulture),
    };

    private static string Describe(string? note, string agent) => string.IsNullOrWhiteSpace(note)
        ? $"[Booked by: {agent}]"
        : $"{note.Trim()}\n\n[Booked by: {agent}]";
}
