using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Achievements;

/// <summary>The settings of the game.</summary>
public static class GameSections
{
    /// <summary>What the game rewards.</summary>
    public static readonly SettingSection<GameRules> GameSection = new("game", new(), rules => rules.Problems());

    extension(OfficeSettings settings)
    {
        /// <summary>Gets what the game rewards.</summary>
        public GameRules Game => settings.Get(GameSection);
    }
}
