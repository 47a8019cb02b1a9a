using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SlotBooking.Core.Time;

/// <summary>The public holidays of each state, computed; right from 1995 on.</summary>
/// <remarks>
/// Holidays that only some municipalities keep are left out (Mariä Himmelfahrt in Catholic Bavaria, Fronleichnam in parts of
/// Saxony and Thuringia, Augsburg's peace festival): a missing day can be entered as a block, a wrong one could not be taken
/// away. Thread-safe; remembers only the years 1995 to 2100.
/// </remarks>
public static class Holidays
{
    private static readonly ConcurrentDictionary<(int Year, FederalState State), FrozenDictionary<DateOnly, string>> Known = new();

    /// <summary>Each holiday of the year with its German name.</summary>
    public static IReadOnlyDictionary<DateOnly, string> In(int year, FederalState state) =>
        year is < 1995 or > 2100 ? Compute(year, state) : Known.GetOrAdd((year, state), key => Compute(key.Year, key.State));

    /// <summary>The holiday's German name, or null on any other day.</summary>
    public static string? NameOf(DateOnly day, FederalState state) => In(day.Year, state).GetValueOrDefault(day);

    private static FrozenDictionary<DateOnly, string> Compute(int year, FederalState state) =>
        HolidayCalendar.Of(year, state)
            .GroupBy(holiday => holiday.Day, holiday => holiday.Name)
            .ToFrozenDictionary(day => day.Key, day => string.Join(" und ", day)); // as on 1 May 2008, which was both
}
