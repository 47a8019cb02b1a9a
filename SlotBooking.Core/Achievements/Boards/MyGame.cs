using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Levels;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Everything about one person's game, for the own page.</summary>
/// <param name="Level">Where the person stands.</param>
/// <param name="PointsToday">Points of today.</param>
/// <param name="PointsThisMonth">Points of this month.</param>
/// <param name="Points">Points in all.</param>
/// <param name="Streak">The streak that runs.</param>
/// <param name="BestStreak">The best one ever.</param>
/// <param name="Goals">The nearest badges, the nearest first.</param>
/// <param name="Calendar">The last weeks, Monday first, whole weeks.</param>
/// <param name="History">What was earned lately, newest first.</param>
/// <param name="Bookings">Bookings in all.</param>
/// <param name="Completed">Customers who showed up.</param>
/// <param name="Badges">Badges in all.</param>
/// <param name="BadgeXp">The XP of those badges.</param>
/// <param name="Figures">How the person has been doing.</param>
public sealed record MyGame(
    LevelStanding Level,
    int PointsToday,
    int PointsThisMonth,
    int Points,
    int Streak,
    int BestStreak,
    IReadOnlyList<BadgeGoal> Goals,
    IReadOnlyList<StreakDay> Calendar,
    IReadOnlyList<Milestone> History,
    int Bookings,
    int Completed,
    int Badges,
    int BadgeXp,
    MyFigures Figures)
{
    /// <summary>The part of the XP that points brought.</summary>
    public int PointsXp => Xp.OfPoints(Points);

    /// <summary>The part of the XP that the best streak brought.</summary>
    public int StreakXp => Xp.OfStreak(BestStreak);
}

/// <summary>How somebody has been doing.</summary>
/// <param name="BestDay">The day with the most points; null before the first one.</param>
/// <param name="BestDayPoints">How many.</param>
/// <param name="ThisWeek">Bookings of this ISO week.</param>
/// <param name="LastWeekSoFar">Those of the last one up to the same weekday.</param>
/// <param name="LastWeek">Those of the whole last one.</param>
/// <param name="BookingsPerDay">Bookings per working day on which the person was there, in the four weeks before today; null without such a day.</param>
public sealed record MyFigures(DateOnly? BestDay, int BestDayPoints, int ThisWeek, int LastWeekSoFar, int LastWeek, double? BookingsPerDay);

/// <summary>A badge and how much of it there is.</summary>
/// <param name="Badge">The badge.</param>
/// <param name="Value">The real value now.</param>
public sealed record BadgeGoal(Badge Badge, int Value)
{
    /// <summary>What is missing.</summary>
    public int Missing => Math.Max(0, Badge.Threshold - Value);

    /// <summary>How near it is, 0–100.</summary>
    public int Percent => Math.Clamp(Value * 100 / Badge.Threshold, 0, 100);
}

/// <summary>A day of the streak's calendar.</summary>
/// <param name="Day">The day.</param>
/// <param name="State">What it is to the streak.</param>
/// <param name="Points">Points of the day.</param>
public sealed record StreakDay(DateOnly Day, StreakDayState State, int Points);

/// <summary>What a day is to a streak.</summary>
public enum StreakDayState
{
    /// <summary>A working day with a booking.</summary>
    Booked,

    /// <summary>A working day without one.</summary>
    Missed,

    /// <summary>A weekend or public holiday.</summary>
    Free,

    /// <summary>Absent.</summary>
    Away,

    /// <summary>Today, and no booking yet.</summary>
    Today,

    /// <summary>Still to come.</summary>
    Ahead,
}

/// <summary>Something that was earned: a badge or a level.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Badge">The badge; null for a level.</param>
/// <param name="Period">The period of an MVP; else empty.</param>
/// <param name="Level">The level; null for a badge.</param>
public sealed record Milestone(DateTimeOffset At, Badge? Badge, string Period, int? Level);
