using SlotBooking.Core.Achievements;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Settings;

/// <summary>The business settings that admins change while the product runs, with their defaults. Immutable; read through <see cref="SettingsStore"/>.</summary>
public sealed record OfficeSettings
{
    /// <summary>What holds when nothing was ever changed.</summary>
    public static readonly OfficeSettings Default = new();

    /// <summary>When slots begin, and how long they are.</summary>
    public SlotGrid Grid { get; init; } = SlotGrid.Default;

    /// <summary>How many customers one consultant takes per slot.</summary>
    public CapacityRules Capacity { get; init; } = new();

    /// <summary>What makes a consultant ready.</summary>
    public ReadinessRules Readiness { get; init; } = new();

    /// <summary>How far ahead can be booked.</summary>
    public HorizonRules Horizon { get; init; } = new();

    /// <summary>How the calendar's marks are read, and when.</summary>
    public OutcomeRules Outcomes { get; init; } = new();

    /// <summary>What the game rewards.</summary>
    public GameRules Game { get; init; } = new();

    /// <summary>Whose public holidays are kept.</summary>
    public FederalState State { get; init; } = FederalState.NW;

    /// <summary>Rises with every change; 0 when nothing was ever changed.</summary>
    public long Revision { get; init; }
}
