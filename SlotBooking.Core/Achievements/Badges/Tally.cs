namespace SlotBooking.Core.Achievements.Badges;

/// <summary>How much a person has of what badges count, at one moment.</summary>
public readonly record struct Tally
{
    /// <summary>Bookings in all.</summary>
    public int Bookings { get; init; }

    /// <summary>Points of the day.</summary>
    public int PointsOfDay { get; init; }

    /// <summary>Points of the ISO week.</summary>
    public int PointsOfWeek { get; init; }

    /// <summary>Points of the month.</summary>
    public int PointsOfMonth { get; init; }

    /// <summary>Points in all.</summary>
    public int Points { get; init; }

    /// <summary>The streak that runs.</summary>
    public int Streak { get; init; }

    /// <summary>Bookings for 18:00 or later.</summary>
    public int Evenings { get; init; }

    /// <summary>Bookings for the morning.</summary>
    public int Mornings { get; init; }

    /// <summary>Bookings for a Friday.</summary>
    public int Fridays { get; init; }

    /// <summary>Customers who showed up.</summary>
    public int Completed { get; init; }

    /// <summary>Customers who showed up, one after another.</summary>
    public int CompletedInARow { get; init; }

    /// <summary>How much there is of one measure; 0 for those that only a closed period decides.</summary>
    public int this[Measure measure] => measure switch
    {
        Measure.Bookings => Bookings,
        Measure.PointsOfDay => PointsOfDay,
        Measure.PointsOfWeek => PointsOfWeek,
        Measure.PointsOfMonth => PointsOfMonth,
        Measure.Points => Points,
        Measure.Streak => Streak,
        Measure.Evenings => Evenings,
        Measure.Mornings => Mornings,
        Measure.Fridays => Fridays,
        Measure.Completed => Completed,
        Measure.CompletedInARow => CompletedInARow,
        _ => 0,
    };
}
