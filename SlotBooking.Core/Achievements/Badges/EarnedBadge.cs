namespace SlotBooking.Core.Achievements.Badges;

/// <summary>A badge that a person has; it is kept, whatever is taken back later.</summary>
public sealed class EarnedBadge
{
    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Which; see <see cref="BadgeCatalogue"/>.</summary>
    public required string BadgeId { get; init; }

    /// <summary>For which period, as it is stored; empty for badges that are earned once.</summary>
    public required string Period { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The number of the event that earned it.</summary>
    public long EventNumber { get; init; }
}
