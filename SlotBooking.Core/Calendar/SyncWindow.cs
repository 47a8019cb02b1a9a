using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar;

/// <summary>The stretch of time that mirrors hold.</summary>
public static class SyncWindow
{
    /// <summary>As far as anybody can book: twelve weeks.</summary>
    public const int DaysAhead = 12 * 7;

    /// <summary>From the start of yesterday to the end of the day after the last bookable one.</summary>
    public static TimeRange At(OfficeClock clock)
    {
        var today = clock.Today;
        return new TimeRange(clock.DayRange(today.AddDays(-1)).Start, clock.DayRange(today.AddDays(DaysAhead + 1)).End);
    }
}
