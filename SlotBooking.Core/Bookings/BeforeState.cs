using System.Text.Json;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>How a booking stood before a command, so that the command can be taken back. Holds no personal data, but for a call-back note or a reason that was replaced: goes with the customer's data.</summary>
internal sealed record BeforeState(DateOnly Day, TimeOnly Start, BookingStatus Status)
{
    /// <summary>How many places it took while its status took any.</summary>
    public int Places { get; init; } = 1;

    /// <summary>When its outcome had been decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Where.</summary>
    public OutcomeSource? DecidedFrom { get; init; }

    /// <summary>Whether it had been called off, which takes its event out of the calendar.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>Why it had been called off; no other place keeps that once it stands again.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Whether it was confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The day of the call-back.</summary>
    public DateOnly? CallBackOn { get; init; }

    /// <summary>The call-back note that a command replaced; kept by that command only, since it may name people.</summary>
    public string? CallBackNote { get; init; }

    /// <summary>The slot it stood in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Slot Slot => new(Day, Start);

    /// <summary>Notes the state of a booking.</summary>
    public static BeforeState Of(Booking booking) => new(booking.Day, booking.Start, booking.Status)
    {
        Places = booking.Places,
        DecidedAt = booking.DecidedAt,
        DecidedFrom = booking.DecidedFrom,
        IsCalledOff = booking.CancelReason is not null,
        CancelReason = booking.CancelReason,
        IsConfirmed = booking.IsConfirmed,
        CallBackOn = booking.CallBackOn,
    };

    /// <summary>Reads what <see cref="Write"/> wrote; null for null.</summary>
    public static BeforeState? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<BeforeState>(json);

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}
