using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Availability;

/// <summary>The settings of readiness and capacity.</summary>
public static class AvailabilitySections
{
    /// <summary>How many customers one consultant takes per slot.</summary>
    public static readonly SettingSection<CapacityRules> CapacitySection = new("capacity", new(), rules => rules.Problems());

    /// <summary>What makes a consultant ready.</summary>
    public static readonly SettingSection<ReadinessRules> ReadinessSection = new("readiness", new(), rules => rules.Problems());

    extension(OfficeSettings settings)
    {
        /// <summary>Gets how many customers one consultant takes per slot.</summary>
        public CapacityRules Capacity => settings.Get(CapacitySection);

        /// <summary>Gets what makes a consultant ready.</summary>
        public ReadinessRules Readiness => settings.Get(ReadinessSection);
    }
}
