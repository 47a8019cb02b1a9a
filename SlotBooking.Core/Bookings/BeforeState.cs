using System.Text.Json;

namespace SlotBooking.Core.Bookings;

/// <summary>How a booking stood before a command, so that the command can be taken back. Holds no personal data.</summary>
internal sealed record BeforeState(DateOnly Day, TimeOnly Start, BookingStatus Status)
{
    /// <summary>The slot it stood in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Slot Slot => new(Day, Start);

    /// <summary>Notes the state of a booking.</summary>
    public static BeforeState Of(Booking booking) => new(booking.Day, booking.Start, booking.Status);

    /// <summary>Reads what <see cref="Write"/> wrote; null for null.</summary>
    public static BeforeState? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<BeforeState>(json);

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
