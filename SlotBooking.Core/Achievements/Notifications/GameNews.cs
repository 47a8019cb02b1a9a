namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>Something that a person is told once: a badge, or a level.</summary>
public sealed class GameNews
{
    /// <summary>Who is told.</summary>
    public Guid AccountId { get; init; }

    /// <summary>What: „badge/streak_5“, „badge/mvp_day/2026-11-24“, „level/9“.</summary>
    public required string Key { get; init; }

    /// <summary>When it was earned, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>For a level, the one before.</summary>
    public int? FromLevel { get; init; }

    /// <summary>When it was shown, UTC; null while it waits.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

/// <summary>What a person, or an admin for a person, chose.</summary>
public sealed class GameChoice
{
    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>No popups; what was earned is found on the pages.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>A sound with each popup.</summary>
    public bool HasSound { get; set; }

    /// <summary>Left out of all boards; set by admins.</summary>
    public bool IsLeftOut { get; set; }
}
