using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>The stretch of time that mirrors hold.</summary>
public static class SyncWindow
{
    /// <summary>From the start of yesterday to the end of the day after the last that can be booked or is worked out.</summary>
    public static TimeRange At(OfficeClock clock, HorizonRules horizon) => On(clock.Today, clock, horizon);

    /// <summary>As it was, or will be, on that day.</summary>
    public static TimeRange On(DateOnly today, OfficeClock clock, HorizonRules horizon)
    {
        var (bookable, generated) = (horizon.LastDay(today), horizon.LastGeneratedDay(today));
        var last = bookable > generated ? bookable : generated;
        return new TimeRange(clock.DayRange(today.AddDays(-1)).Start, clock.DayRange(last.AddDays(1)).End);
    }
}
