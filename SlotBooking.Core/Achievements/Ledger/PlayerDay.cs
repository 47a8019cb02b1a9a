namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>One person's day.</summary>
public sealed class PlayerDay
{
    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The office's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Points that count for it.</summary>
    public int Points { get; set; }

    /// <summary>Bookings whose points stand.</summary>
    public int Bookings { get; set; }

    /// <summary>Whether one of them has the points for the streak.</summary>
    public bool HasStreakPoints { get; set; }

    /// <summary>How long the streak is with this day; 0 when the day does not count or has no booking.</summary>
    public int Streak { get; set; }
}

/// <summary>One day of the whole team.</summary>
public sealed class TeamDay
{
    /// <summary>The office's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Bookings whose points stand.</summary>
    public int Bookings { get; set; }

    /// <summary>Whether one of them has the points for the first of the day.</summary>
    public bool HasFirstPoints { get; set; }
}
