using System.Globalization;

namespace SlotBooking.Core.Achievements.Levels;

/// <summary>What people of a level are called, in German.</summary>
public static class LevelTitles
{
    /// <summary>Those of the first levels, in order.</summary>
    public static readonly IReadOnlyList<string> All =
        ["Anfänger", "Lernender", "Aktiver", "Erfahrener", "Profi", "Experte", "Meister", "Champion", "Legende", "Mythos"];

    /// <summary>Whether a level has a title of its own.</summary>
    public static bool IsNamed(int level) => level <= All.Count;

    /// <summary>„Profi“; above the last title „Level 11 Meister“.</summary>
    public static string Of(int level) => IsNamed(level)
        ? All[Math.Max(1, level) - 1]
        : string.Create(CultureInfo.InvariantCulture, $"Level {level} Meister");
}
