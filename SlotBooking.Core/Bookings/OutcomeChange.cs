namespace SlotBooking.Core.Bookings;

/// <summary>One change of what became of an appointment, kept for ever. The newest one's <see cref="To"/> is the booking's status.</summary>
public sealed class OutcomeChange
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>The appointment.</summary>
    public Guid BookingId { get; init; }

    /// <summary>What it was before.</summary>
    public BookingStatus From { get; init; }

    /// <summary>What it is from then on.</summary>
    public BookingStatus To { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null when people did it in the calendar, which does not say who, or nobody but the clock.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Where.</summary>
    public OutcomeSource Source { get; init; }

    /// <summary>Marker and colour as they stood in the calendar, when they decided; without personal data.</summary>
    public string? Detail { get; init; }
}

/// <summary>Where an outcome was decided. Stored by name.</summary>
public enum OutcomeSource
{
    /// <summary>People changed the marks in the calendar.</summary>
    Calendar,

    /// <summary>Somebody said so in the product.</summary>
    Page,

    /// <summary>The appointment was over, and its marks were read for the first time.</summary>
    Job,
}
