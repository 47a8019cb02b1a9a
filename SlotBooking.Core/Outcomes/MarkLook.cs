namespace SlotBooking.Core.Outcomes;

/// <summary>That an event of the central calendar has to be looked at: it changed, or its appointment will be over then. Gone once it was.</summary>
public sealed class MarkLook
{
    /// <summary>The calendar's id of the event, which may be gone by now.</summary>
    public required string EventId { get; init; }

    /// <summary>Not before this instant, UTC.</summary>
    public DateTimeOffset LookAt { get; set; }
}
