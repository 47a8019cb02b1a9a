using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Streaks;

/// <summary>Which days count in one person's streak: working days of the state on which the person was not absent.</summary>
/// <param name="State">Whose public holidays are kept.</param>
/// <param name="Absences">When the person was away.</param>
public sealed record StreakCalendar(FederalState State, IReadOnlyCollection<DaySpan> Absences)
{
    /// <summary>A pause longer than this ends a streak, whatever it was for.</summary>
    public const int LongestPause = 400;

    /// <summary>Whether a booking on this day would count, and none would end the streak.</summary>
    public bool Counts(DateOnly day) => WorkingDays.IsWorkingDay(day, State) && !IsAway(day);

    /// <summary>Whether the person is entered as absent.</summary>
    public bool IsAway(DateOnly day)
    {
        foreach (var absence in Absences)
        {
            if (absence.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last day before this one that counts; null when there is none for a long time.</summary>
    public DateOnly? Before(DateOnly day)
    {
        for (var n = 1; n <= LongestPause; n++)
        {
            if (Counts(day.AddDays(-n)))
            {
                return day.AddDays(-n);
            }
        }

        return null;
    }

    /// <summary>What is left today of a streak that was so long on its last day. Today itself cannot break it.</summary>
    public int Current(int streak, DateOnly? lastDay, DateOnly today) =>
        lastDay is { } last && (last >= today || Before(today) is not { } before || before <= last) && today.DayNumber - last.DayNumber <= LongestPause ? streak : 0;

    /// <summary>How long a streak was on a day of which its last day may lie behind: each day since then that counts has made it one longer.</summary>
    public int On(DateOnly day, int streak, DateOnly? lastDay)
    {
        if (lastDay is not { } last || last <= day || last.DayNumber - day.DayNumber > LongestPause)
        {
            return Current(streak, lastDay, day);
        }

        var since = Enumerable.Range(1, last.DayNumber - day.DayNumber).Count(n => Counts(day.AddDays(n)));
        return Math.Max(0, streak - since);
    }
}

/// <summary>Days in a row, both ends included.</summary>
/// <param name="First">The first one.</param>
/// <param name="Through">The last one.</param>
public readonly record struct DaySpan(DateOnly First, DateOnly Through)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Through;
}
