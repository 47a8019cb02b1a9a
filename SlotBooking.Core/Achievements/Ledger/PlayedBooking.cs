using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>What the game knows of one booking, from what the log told of it so far.</summary>
public sealed class PlayedBooking
{
    /// <summary>The booking.</summary>
    public Guid BookingId { get; init; }

    /// <summary>Who booked it; null until that is told, and for ever when it was entered by hand in the calendar.</summary>
    public Guid? AgentId { get; set; }

    /// <summary>When it was booked, UTC.</summary>
    public DateTimeOffset? BookedAt { get; set; }

    /// <summary>The day for which it was booked; later moves do not matter.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The time for which it was booked.</summary>
    public TimeOnly? Start { get; set; }

    /// <summary>The MVP's day for which its points count, as it was when they were first awarded.</summary>
    public DateOnly? MvpDay { get; set; }

    /// <summary>What became of it.</summary>
    public BookingStatus Status { get; set; }

    /// <summary>When it was called off, if it is.</summary>
    public DateTimeOffset? CalledOffAt { get; set; }

    /// <summary>By whom.</summary>
    public Guid? CalledOffBy { get; set; }

    /// <summary>Whether its points stand: false before they are awarded and after they were taken back.</summary>
    public bool Counts { get; set; }

    /// <summary>How often they were awarded or taken back.</summary>
    public int Turns { get; set; }

    /// <summary>Points for booking.</summary>
    public int BookingPoints { get; set; }

    /// <summary>Points for being the team's first, while it is.</summary>
    public int FirstPoints { get; set; }

    /// <summary>Points for the streak, while it has them.</summary>
    public int StreakPoints { get; set; }

    /// <summary>Whether the customer's coming was rewarded.</summary>
    public bool IsRewarded { get; set; }

    /// <summary>How often that was awarded or taken back.</summary>
    public int RewardTurns { get; set; }

    /// <summary>Points for the customer's coming.</summary>
    public int CompletedPoints { get; set; }

    /// <summary>Its place among the agent's bookings, in the order in which it was first told whether the customer came; null before that. It never changes.</summary>
    public int? RowPlace { get; set; }

    /// <summary>The writing transaction of the last event about it.</summary>
    public long LastTransaction { get; set; }

    /// <summary>The last event about it; what comes before that was heard already.</summary>
    public long LastEvent { get; set; }
}
