namespace SlotBooking.Core.Achievements.Levels;

/// <summary>How much experience a person has: worked out each time, never added up.</summary>
public static class Xp
{
    private const int PerPoint = 10;
    private const int PerStreakDay = 25;

    /// <summary>10 for each point, what the badges are worth, and 25 for each day of the best streak.</summary>
    public static int Of(int points, int badges, int bestStreak) => OfPoints(points) + badges + OfStreak(bestStreak);

    /// <summary>The part that points bring.</summary>
    public static int OfPoints(int points) => PerPoint * points;

    /// <summary>The part that the best streak brings.</summary>
    public static int OfStreak(int bestStreak) => PerStreakDay * bestStreak;
}
