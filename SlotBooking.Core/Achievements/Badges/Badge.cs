namespace SlotBooking.Core.Achievements.Badges;

/// <summary>Something that can be earned.</summary>
/// <param name="Id">The stable id that is stored; names may change.</param>
/// <param name="Name">The German name.</param>
/// <param name="Emoji">Its picture.</param>
/// <param name="Rarity">How rare it is meant to be.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Threshold">How much of it earns the badge.</param>
public sealed record Badge(string Id, string Name, string Emoji, Rarity Rarity, Measure Measure, int Threshold)
{
    /// <summary>Where it stands among the others.</summary>
    public BadgeCategory Category => Measure switch
    {
        Measure.PointsOfDay or Measure.PointsOfWeek or Measure.PointsOfMonth or Measure.Points => BadgeCategory.Points,
        Measure.Streak => BadgeCategory.Streaks,
        Measure.MvpOfDay or Measure.MvpOfWeek or Measure.MvpOfMonth or Measure.MvpOfYear => BadgeCategory.Mvp,
        Measure.Completed or Measure.CompletedInARow => BadgeCategory.Attendance,
        _ => BadgeCategory.Bookings,
    };

    /// <summary>True for those that are earned anew in every period; all others are earned once.</summary>
    public bool IsPerPeriod => Category == BadgeCategory.Mvp;
}

/// <summary>The groups in which badges are shown.</summary>
public enum BadgeCategory
{
    /// <summary>For customers booked.</summary>
    Bookings,

    /// <summary>For points.</summary>
    Points,

    /// <summary>For working days in a row.</summary>
    Streaks,

    /// <summary>For customers who showed up.</summary>
    Attendance,

    /// <summary>For the most points of a period.</summary>
    Mvp,
}

/// <summary>What badges count.</summary>
public enum Measure
{
    /// <summary>Bookings in all.</summary>
    Bookings,

    /// <summary>Points of one day.</summary>
    PointsOfDay,

    /// <summary>Points of one ISO week.</summary>
    PointsOfWeek,

    /// <summary>Points of one month.</summary>
    PointsOfMonth,

    /// <summary>Points in all.</summary>
    Points,

    /// <summary>Working days in a row with a booking.</summary>
    Streak,

    /// <summary>Bookings for 18:00 or later.</summary>
    Evenings,

    /// <summary>Bookings from 09:00 on and before 12:00.</summary>
    Mornings,

    /// <summary>Bookings for a Friday.</summary>
    Fridays,

    /// <summary>Customers who showed up.</summary>
    Completed,

    /// <summary>Customers who showed up, without a no-show or ghost between them, in the order in which it was decided.</summary>
    CompletedInARow,

    /// <summary>Days with the most points of all.</summary>
    MvpOfDay,

    /// <summary>ISO weeks with the most points of all.</summary>
    MvpOfWeek,

    /// <summary>Months with the most points of all.</summary>
    MvpOfMonth,

    /// <summary>Years with the most points of all.</summary>
    MvpOfYear,
}
