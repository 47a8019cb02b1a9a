namespace SlotBooking.Core.Calendars;

/// <summary>One event of a calendar as it was last read. Deleted and cancelled events are not kept.</summary>
public sealed class MirroredEvent
{
    /// <summary>Which calendar.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>The calendar's own id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Our booking, when the event is one of ours (from its private property).</summary>
    public Guid? BookingId { get; set; }

    /// <summary>The title as people wrote it.</summary>
    public required string Title { get; set; }

    /// <summary>Start, UTC; for all-day events midnight of the office.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>All-day events block nothing.</summary>
    public bool IsAllDay { get; set; }

    /// <summary>Shown as free: blocks nothing.</summary>
    public bool IsTransparent { get; set; }

    /// <summary>Google's colour id, null for the calendar's own colour.</summary>
    public string? ColorId { get; set; }

    /// <summary>The version for conditional writes.</summary>
    public string? ETag { get; set; }

    /// <summary>A number that rises with every change of the event; null when it was read by an older version of the product.</summary>
    public long? Version { get; set; }

    /// <summary>The name in the description's „Booked by“ line, if there is one.</summary>
    public string? BookedBy { get; set; }
}
