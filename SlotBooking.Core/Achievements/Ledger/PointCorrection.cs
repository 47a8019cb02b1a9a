namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Why an admin corrected somebody's points. The points themselves are a line of the ledger.</summary>
public sealed class PointCorrection
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLimit = 200;

    /// <summary>Version 7; the ledger's source.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose points.</summary>
    public Guid AccountId { get; init; }

    /// <summary>How many; may be negative.</summary>
    public int Points { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }
}
