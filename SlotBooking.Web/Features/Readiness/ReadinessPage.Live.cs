using SlotBooking.Core.Events;

namespace SlotBooking.Web.Features.Readiness;

/// <content>What the page has to hear of: the days of the week that it shows, and what holds for all days.</content>
public sealed partial class ReadinessPage
{
    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => told.Day is { } day
        ? IsShown(day) || (told.OtherDay is { } other && IsShown(other))
        : told.Kind is EventKinds.BlockChanged or EventKinds.SettingChanged or EventKinds.CalendarState;

    private bool IsShown(DateOnly day) => day >= _shown.Monday && day <= _shown.Monday.AddDays(6);
}
