namespace SlotBooking.Core.Calendars;

/// <summary>That a booking's event has to be brought in line with the booking: level, not edge, so that any number of changes needs one write.</summary>
public sealed class CalendarWrite
{
    /// <summary>The booking.</summary>
    public Guid BookingId { get; init; }

    /// <summary>Rises with every event of the log that asks for it; at least that event's number.</summary>
    public long Wanted { get; set; }

    /// <summary>The <see cref="Wanted"/> for which the calendar is right; waiting while smaller.</summary>
    public long Done { get; set; }

    /// <summary>Failed tries since the last success.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this instant, UTC.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>Set when trying again is pointless: a German sentence for admins.</summary>
    public string? ParkedBecause { get; set; }

    /// <summary>The last failure in German; null after a success.</summary>
    public string? LastError { get; set; }

    /// <summary>The event's version after our last write, for conditional changes.</summary>
    public string? ETag { get; set; }

    /// <summary>The event's <see cref="MirroredEvent.Version"/> after our last write: what the mirror still shows of before says nothing new.</summary>
    public long? Version { get; set; }

    /// <summary>The event's id when it is not made of the booking's: found again in a calendar that was copied.</summary>
    public string? EventId { get; set; }
}
