namespace SlotBooking.Core.Calendars;

/// <summary>The event that stands after a put.</summary>
/// <param name="Generation">With the booking's id it makes the event's id; higher than asked for when the id was taken by somebody else.</param>
/// <param name="ETag">Its version.</param>
/// <param name="EventId">Its id when it is not made of booking and generation; null when it is.</param>
public sealed record PutAppointment(int Generation, string? ETag, string? EventId = null)
{
    /// <summary>A number that rises with every change of the event; null when the calendar does not tell.</summary>
    public long? Version { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its colour.</summary>
    public string? ColorId { get; init; }
}
