using SlotBooking.Core.Time;

namespace SlotBooking.Core.Jobs;

/// <summary>Once a day at a wall time of the office. On a day whose clocks skip that time it is moved by the gap; one that occurs twice counts once, the first time.</summary>
/// <param name="At">The wall time.</param>
/// <param name="Clock">Knows the office's zone; its present time is not asked for.</param>
public sealed record DailyInOffice(TimeOnly At, OfficeClock Clock) : Schedule
{
    /// <inheritdoc />
    public override IEnumerable<DateTimeOffset> After(DateTimeOffset instant)
    {
        for (var day = Clock.WallClock(instant).Day; ; day = day.AddDays(1))
        {
            var window = Clock.At(day, At);
            if (window > instant)
            {
                yield return window;
            }
        }
    }
}
