namespace SlotBooking.Core.Availability;

/// <summary>The places that one hand-made event of the central calendar takes on one day; an event over midnight has a row for each day.</summary>
public sealed class CentralTaking
{
    /// <summary>The event in the central calendar.</summary>
    public required string EventId { get; init; }

    /// <summary>The office's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Start of the event, UTC.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End of the event, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>1, or 2 for an overhang.</summary>
    public int Places { get; set; }
}
