namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>That a booking's event was missing when its calendar was looked through. Once is no proof: it is looked for again.</summary>
public sealed class CalendarAbsence
{
    /// <summary>The time between two looks that prove something together.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    /// <summary>The booking.</summary>
    public Guid BookingId { get; init; }

    /// <summary>The event that was missing; another one starts the count anew.</summary>
    public required string EventId { get; set; }

    /// <summary>When it was missing first, UTC.</summary>
    public DateTimeOffset FirstMissingAt { get; set; }

    /// <summary>When it is looked for again, UTC.</summary>
    public DateTimeOffset LookAgainAt { get; set; }
}
