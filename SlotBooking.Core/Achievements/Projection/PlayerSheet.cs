using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Everything about one person that the rules have to look at.</summary>
/// <param name="player">The sums.</param>
/// <param name="isWhole">Whether all is there; else the days from the one before the first that may change.</param>
internal sealed class PlayerSheet(Player player, bool isWhole = true)
{
    /// <summary>The sums.</summary>
    public Player Player { get; } = player;

    /// <summary>The days on which anything counted, in order.</summary>
    public SortedList<DateOnly, PlayerDay> Days { get; } = [];

    /// <summary>The badges that are not earned again.</summary>
    public HashSet<string> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>When the person was away, also what was withdrawn.</summary>
    public List<HeardAbsence> Absences { get; } = [];

    /// <summary>How many customers showed up one after another.</summary>
    public OutcomeRow Row { get; } = new(player, isWhole);

    /// <summary>Which days count.</summary>
    public StreakCalendar Calendar(FederalState state) =>
        new(state, Absences.Count == 0 ? [] : [.. Absences.Where(a => !a.IsWithdrawn).Select(a => new DaySpan(a.First, a.Through))]);

    /// <summary>Works out the streak of every day from this one on, and what follows from it.</summary>
    /// <exception cref="NotWholeException">Days would have to be looked at that are not there.</exception>
    public void Restreak(DateOnly from, FederalState state)
    {
        var calendar = Calendar(state);
        var isBestInDoubt = false;
        for (var n = FirstIndex(from); n < Days.Count; n++)
        {
            var day = Days.Values[n];
            var streak = day.Bookings > 0 && calendar.Counts(day.Day) ? 1 + StreakBefore(day.Day, calendar) : 0;
            isBestInDoubt |= streak < day.Streak && day.Streak == Player.BestStreak;
            day.Streak = streak;
            Player.BestStreak = Math.Max(Player.BestStreak, streak);
        }

        if (isBestInDoubt)
        {
            NeedWhole();
            Player.BestStreak = Days.Values.Max(d => d.Streak);
        }

        TakeLast();
    }

    /// <summary>How long the streak is that a first booking on this day would continue.</summary>
    public int StreakBefore(DateOnly day, StreakCalendar calendar) =>
        calendar.Before(day) is { } before && Days.TryGetValue(before, out var known) ? known.Streak : 0;

    private void TakeLast()
    {
        for (var n = Days.Count - 1; n >= 0; n--)
        {
            if (Days.Values[n] is { Streak: > 0 } last)
            {
                (Player.Streak, Player.StreakDay) = (last.Streak, last.Day);
                return;
            }
        }

        NeedWhole();
        (Player.Streak, Player.StreakDay) = (0, null);
    }

    private void NeedWhole()
    {
        if (!isWhole)
        {
            throw new NotWholeException(Player.AccountId);
        }
    }

    private int FirstIndex(DateOnly from)
    {
        var (low, high) = (0, Days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Days.Keys[middle] < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>The rules need days of somebody that were not loaded: the stretch is read again with all of that person.</summary>
/// <param name="account">Whose days.</param>
internal sealed class NotWholeException(Guid account) : Exception("Days that are needed were not loaded.")
{
    /// <summary>Whose days.</summary>
    public Guid Account => account;
}
