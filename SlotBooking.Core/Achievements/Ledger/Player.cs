namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>The sums of one person. Derived from the ledger, as are all that follow.</summary>
public sealed class Player
{
    /// <summary>The account; it may have been disabled or removed since.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Points in all.</summary>
    public int Points { get; set; }

    /// <summary>Bookings whose points stand.</summary>
    public int Bookings { get; set; }

    /// <summary>Of them for 18:00 or later.</summary>
    public int Evenings { get; set; }

    /// <summary>Of them for the morning.</summary>
    public int Mornings { get; set; }

    /// <summary>Of them for a Friday.</summary>
    public int Fridays { get; set; }

    /// <summary>Customers who showed up.</summary>
    public int Completed { get; set; }

    /// <summary>Customers who showed up since the last no-show or ghost that stands.</summary>
    public int CompletedInARow { get; set; }

    /// <summary>Bookings of which it was told whether the customer came: the last place in the row.</summary>
    public int RowPlaces { get; set; }

    /// <summary>The place of the last no-show or ghost that stands; 0 when there is none.</summary>
    public int LastMissed { get; set; }

    /// <summary>Badges earned, each period's counted by itself.</summary>
    public int Badges { get; set; }

    /// <summary>The XP of those badges.</summary>
    public int BadgeXp { get; set; }

    /// <summary>What they count on the board of badges.</summary>
    public int BadgeWeight { get; set; }

    /// <summary>The streak on its last day.</summary>
    public int Streak { get; set; }

    /// <summary>The last day that counted in a streak.</summary>
    public DateOnly? StreakDay { get; set; }

    /// <summary>The longest streak ever.</summary>
    public int BestStreak { get; set; }

    /// <summary>The highest level that was reached.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The month of the last snapshot, „2026-11“; null before the first one.</summary>
    public string? ThenMonth { get; set; }

    /// <summary>Points of that month when the snapshot was taken.</summary>
    public int ThenMonthPoints { get; set; }

    /// <summary>Points in all at that time.</summary>
    public int ThenPoints { get; set; }

    /// <summary>Weight of the badges at that time.</summary>
    public int ThenBadgeWeight { get; set; }

    /// <summary>The streak at that time.</summary>
    public int ThenStreak { get; set; }
}
