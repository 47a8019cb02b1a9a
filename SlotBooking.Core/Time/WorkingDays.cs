namespace SlotBooking.Core.Time;

/// <summary>Monday to Friday without the state's public holidays.</summary>
public static class WorkingDays
{
    /// <summary>Whether the office works on this day.</summary>
    public static bool IsWorkingDay(DateOnly day, FederalState state) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holidays.NameOf(day, state) is null;

    /// <summary>The first working day after this one.</summary>
    public static DateOnly Next(DateOnly day, FederalState state) => OnOrAfter(day.AddDays(1), state);

    /// <summary>This day if it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day, FederalState state)
    {
        while (!IsWorkingDay(day, state))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
