namespace SlotBooking.Core.Achievements.Levels;

/// <summary>Where a person stands on the way through the levels.</summary>
/// <param name="Level">The level now.</param>
/// <param name="Xp">The experience in all.</param>
/// <param name="From">With how much the level began.</param>
/// <param name="Next">With how much the next one begins.</param>
public sealed record LevelStanding(int Level, int Xp, int From, int Next)
{
    /// <summary>The way through the level, 0–100.</summary>
    public int Percent => Next <= From ? 0 : Math.Clamp((Xp - From) * 100 / (Next - From), 0, 100);

    /// <summary>What is missing to the next level.</summary>
    public int Missing => Math.Max(0, Next - Xp);

    /// <summary>Where this much experience stands.</summary>
    public static LevelStanding Of(int xp, LevelRules rules)
    {
        var level = rules.LevelOf(xp);
        return new LevelStanding(level, xp, rules.XpFor(level), rules.XpFor(level + 1));
    }
}
