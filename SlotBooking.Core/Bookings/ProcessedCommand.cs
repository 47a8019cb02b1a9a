namespace SlotBooking.Core.Bookings;

/// <summary>The answer to a command that changed something, kept so that the same command sent again gets the same answer and changes nothing.</summary>
public sealed class ProcessedCommand
{
    /// <summary>The id the form made.</summary>
    public Guid CommandId { get; init; }

    /// <summary>book, move, cancel, outcome, confirm, callBack, undo, restore.</summary>
    public required string Kind { get; init; }

    /// <summary>The booking it changed.</summary>
    public Guid BookingId { get; init; }

    /// <summary>Who sent it; somebody else's command id is refused.</summary>
    public Guid AccountId { get; init; }

    /// <summary>When it was carried out, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What is needed to take it back within ten seconds: the slot and status before, as JSON.</summary>
    public string? Before { get; init; }

    /// <summary>The command that took this one back, if one did.</summary>
    public Guid? UndoneBy { get; set; }
}
