using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Settings;

/// <summary>The sections that belong to no single feature: the grid of slots, the horizon and whose public holidays are kept.</summary>
public static class OfficeSections
{
    /// <summary>When slots begin, and how long they are.</summary>
    public static readonly SettingSection<SlotGrid> GridSection = new("grid", SlotGrid.Default, grid => grid.Problems());

    /// <summary>How far ahead can be booked.</summary>
    public static readonly SettingSection<HorizonRules> HorizonSection = new("horizon", new(), rules => rules.Problems());

    /// <summary>The federal state whose public holidays are kept.</summary>
    public static readonly SettingSection<FederalState> StateSection = new("state", FederalState.NW, _ => []);

    extension(OfficeSettings settings)
    {
        /// <summary>Gets when slots begin, and how long they are.</summary>
        public SlotGrid Grid => settings.Get(GridSection);

        /// <summary>Gets how far ahead can be booked.</summary>
        public HorizonRules Horizon => settings.Get(HorizonSection);

        /// <summary>Gets the federal state whose public holidays are kept.</summary>
        public FederalState State => settings.Get(StateSection);
    }
}
