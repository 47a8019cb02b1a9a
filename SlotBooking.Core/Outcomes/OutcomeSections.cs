using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Outcomes;

/// <summary>The settings of outcomes.</summary>
public static class OutcomeSections
{
    /// <summary>How the calendar's marks are read, and when.</summary>
    public static readonly SettingSection<OutcomeRules> OutcomesSection = new("outcomes", new(), rules => rules.Problems());

    extension(OfficeSettings settings)
    {
        /// <summary>Gets how the calendar's marks are read, and when.</summary>
        public OutcomeRules Outcomes => settings.Get(OutcomesSection);
    }
}
