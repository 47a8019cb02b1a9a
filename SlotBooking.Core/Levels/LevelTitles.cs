using System.Globalization;

namespace SlotBooking.Core.Levels;

/// <summary>What people of a level are called, in German.</summary>
public static class LevelTitles
{
    private static readonly string[] Titles =
        ["Anfänger", "Lernender", "Aktiver", "Erfahrener", "Profi", "Experte", "Meister", "Champion", "Legende", "Mythos"];

    /// <summary>„Profi“; above the last title „Level 11 Meister“.</summary>
    public static string Of(int level) => level <= Titles.Length
        ? Titles[Math.Max(1, level) - 1]
        : string.Create(CultureInfo.InvariantCulture, $"Level {level} Meister");
}
