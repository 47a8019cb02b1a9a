namespace SlotBooking.Core.Achievements.Absences;

/// <summary>Days on which a person is away. They keep the streak. Never removed, only withdrawn.</summary>
public sealed class Absence
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly First { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly Through { get; init; }

    /// <summary>Why.</summary>
    public AbsenceReason Reason { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who entered it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Who withdrew it.</summary>
    public string? WithdrawnBy { get; set; }
}

/// <summary>Why somebody is away. Stored by name.</summary>
public enum AbsenceReason
{
    /// <summary>„Urlaub“.</summary>
    Vacation,

    /// <summary>„Arzt“.</summary>
    Doctor,

    /// <summary>„Krankheit“.</summary>
    Illness,

    /// <summary>„Diensttermin“.</summary>
    Business,

    /// <summary>„Sonstiges“.</summary>
    Other,
}

/// <summary>An absence as far as the game has heard of it. One that was withdrawn stays, so that it does not come back when it is told again.</summary>
public sealed class HeardAbsence
{
    /// <summary>The absence.</summary>
    public Guid AbsenceId { get; init; }

    /// <summary>Who is away.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly First { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly Through { get; init; }

    /// <summary>Whether it does not hold any more.</summary>
    public bool IsWithdrawn { get; set; }
}
