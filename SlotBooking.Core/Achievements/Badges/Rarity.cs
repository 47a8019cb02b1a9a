namespace SlotBooking.Core.Achievements.Badges;

/// <summary>How rare a badge is meant to be.</summary>
public enum Rarity
{
    /// <summary>„Gewöhnlich“.</summary>
    Common,

    /// <summary>„Ungewöhnlich“.</summary>
    Uncommon,

    /// <summary>„Selten“.</summary>
    Rare,

    /// <summary>„Episch“.</summary>
    Epic,

    /// <summary>„Legendär“; from here on earning one may be celebrated.</summary>
    Legendary,

    /// <summary>„Mythisch“.</summary>
    Mythic,
}

/// <summary>What rarities are worth.</summary>
public static class Rarities
{
    private static readonly (int Xp, int Weight)[] Worth = [(50, 1), (100, 2), (250, 4), (500, 6), (1000, 10), (2500, 20)];

    /// <summary>The experience that a badge of it brings.</summary>
    public static int Xp(this Rarity rarity) => Worth[(int)rarity].Xp;

    /// <summary>What a badge of it counts on the board of badges.</summary>
    public static int Weight(this Rarity rarity) => Worth[(int)rarity].Weight;
}
