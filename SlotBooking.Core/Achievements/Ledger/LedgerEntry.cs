namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>One line of the ledger of points; every number of the game is a sum over such lines. Never changed: what is taken back is another line.</summary>
/// <remarks>Its key is rule, source, person and turn: nothing is awarded twice. It is worked out from the event log and can be worked out again.</remarks>
public sealed class LedgerEntry
{
    /// <summary>What it is for: the booking's id, or the correction's.</summary>
    public Guid Source { get; init; }

    /// <summary>By which rule.</summary>
    public PointRule Rule { get; init; }

    /// <summary>Whose points.</summary>
    public Guid AccountId { get; init; }

    /// <summary>0 when awarded, 1 when taken back, 2 when awarded again, and so on.</summary>
    public int Turn { get; init; }

    /// <summary>How many; negative when taken back.</summary>
    public int Points { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The office's day for which it counts.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The number of the event that caused it.</summary>
    public long EventNumber { get; init; }
}

/// <summary>What points are given for. Stored by name.</summary>
public enum PointRule
{
    /// <summary>A customer was booked.</summary>
    Booking,

    /// <summary>The customer showed up.</summary>
    Completed,

    /// <summary>The team's first booking of the day („Tageserster“).</summary>
    FirstOfDay,

    /// <summary>The day's first booking of a person whose streak goes on.</summary>
    Streak,

    /// <summary>An admin's correction.</summary>
    Correction,
}
