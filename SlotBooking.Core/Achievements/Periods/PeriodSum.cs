namespace SlotBooking.Core.Achievements.Periods;

/// <summary>What one person had in one period.</summary>
public sealed class PeriodSum
{
    /// <summary>The period, as it is stored.</summary>
    public required string Period { get; init; }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Points.</summary>
    public int Points { get; set; }

    /// <summary>Customers who showed up.</summary>
    public int Completed { get; set; }

    /// <summary>When points were last added, UTC; null when none ever were.</summary>
    public DateTimeOffset? LastAt { get; set; }
}

/// <summary>A period whose MVP is known.</summary>
public sealed class ClosedPeriod
{
    /// <summary>The period, as it is stored.</summary>
    public required string Period { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who was best; null when nobody had a point.</summary>
    public Guid? Winner { get; init; }

    /// <summary>With how many points.</summary>
    public int Points { get; init; }
}
