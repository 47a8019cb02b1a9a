namespace SlotBooking.Core.Achievements.Badges;

/// <summary>What badges care about in a booking's slot.</summary>
public static class BookingTraits
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>18:00 or later.</summary>
    public static bool IsEvening(TimeOnly start) => start >= Evening;

    /// <summary>From 09:00 on and before 12:00.</summary>
    public static bool IsMorning(TimeOnly start) => start >= Morning && start < Noon;

    /// <summary>A Friday.</summary>
    public static bool IsFriday(DateOnly day) => day.DayOfWeek == DayOfWeek.Friday;
}
