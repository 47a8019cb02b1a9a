namespace SlotBooking.Core.Calendars;

/// <summary>An event of a calendar that is kept in this database (no Google). Removed ones stay as cancelled, so that readers hear of it.</summary>
public sealed class LocalEvent
{
    /// <summary>Which calendar.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>Made by whoever puts it, like Google's.</summary>
    public required string EventId { get; init; }

    /// <summary>Rises with every change in any local calendar: the sync's cursor.</summary>
    public long Revision { get; set; }

    /// <summary>Our booking, for events of ours.</summary>
    public Guid? BookingId { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; set; }

    /// <summary>Start, UTC.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Google's colour ids are used here too.</summary>
    public string? ColorId { get; set; }

    /// <summary>True when it was removed.</summary>
    public bool IsCancelled { get; set; }
}
