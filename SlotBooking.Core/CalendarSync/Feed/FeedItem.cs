using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>What a feed says of one appointment: who is to be called, when, and how it stands. Notes, reasons and addresses stay in the house.</summary>
public sealed record FeedItem
{
    /// <summary>The booking; the same for ever, so that calendar programs know their copy again.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>„Nachname, Vorname“.</summary>
    public required string Name { get; init; }

    /// <summary>The number to call, if there is one.</summary>
    public string? Phone { get; init; }

    /// <summary>Start, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>End, UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How it stands.</summary>
    public required BookingStatus Status { get; init; }

    /// <summary>Whether the customer confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>When it was booked, UTC.</summary>
    public DateTimeOffset BookedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How often it was changed: rises with every event of the log that tells of it.</summary>
    public int Sequence { get; init; }
}
