using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>How likely a customer booked for some hour and weekday shows up, as measured over 4,660 bookings.</summary>
internal static class AttendanceTable
{
    /// <summary>The rate of all of them.</summary>
    public const double Overall = 0.245;

    private static readonly (int Hour, double Rate)[] ByHour = [(9, 0.358), (11, 0.261), (14, 0.262), (16, 0.257), (18, 0.205), (20, 0.238)];

    /// <summary>Hour and weekday taken as independent; an hour that was never measured is taken for the nearest one that was.</summary>
    public static double RateOf(Slot slot) => ByHour.MinBy(known => Math.Abs(known.Hour - slot.Start.ToTimeSpan().TotalHours)).Rate
        * RateOf(slot.Day.DayOfWeek) / Overall;

    private static double RateOf(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => 0.219,
        DayOfWeek.Tuesday => 0.241,
        DayOfWeek.Wednesday => 0.253,
        DayOfWeek.Thursday => 0.246,
        DayOfWeek.Friday => 0.295,
        _ => Overall,
    };
}
