namespace SlotBooking.Core.Achievements.Levels;

/// <summary>A level that a person reached, once and for ever.</summary>
public sealed class ReachedLevel
{
    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Which; the first is nobody's achievement.</summary>
    public int Level { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>With how much XP.</summary>
    public int Xp { get; init; }
}
