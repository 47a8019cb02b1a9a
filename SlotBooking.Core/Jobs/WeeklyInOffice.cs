using SlotBooking.Core.Time;

namespace SlotBooking.Core.Jobs;

/// <summary>Once a week at a wall time of the office; see <see cref="DailyInOffice"/> for days on which clocks change.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="At">The wall time.</param>
/// <param name="Clock">Knows the office's zone; its present time is not asked for.</param>
public sealed record WeeklyInOffice(DayOfWeek Day, TimeOnly At, OfficeClock Clock) : Schedule
{
    /// <inheritdoc />
    public override IEnumerable<DateTimeOffset> After(DateTimeOffset instant) =>
        new DailyInOffice(At, Clock).After(instant).Where(window => Clock.WallClock(window).Day.DayOfWeek == Day);
}
