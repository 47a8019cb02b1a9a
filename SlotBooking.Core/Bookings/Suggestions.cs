using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>Which slots to offer: the best ones when nothing is agreed yet, the nearest ones when the wanted one cannot be had.</summary>
public static class Suggestions
{
    private const int MostPerDay = 2;
    private const double KeptPerDay = 0.9;

    /// <summary>Bookable slots, best first, at most two of one day.</summary>
    /// <remarks>
    /// Best means: expected attendance of that hour and weekday × (½ + ½ × share of free places) × 0.9 for each day until then.
    /// So a likely hour beats an unlikely one, an emptier slot a fuller one, and soon beats later, for leads cool down. Ties go to
    /// the earlier slot; the same facts always give the same answer, in whatever order they come.
    /// </remarks>
    public static IReadOnlyList<SlotFacts> Best(IEnumerable<SlotFacts> slots, DateTimeOffset now, DateOnly lastDay, int max = 5)
    {
        var best = new List<SlotFacts>();
        var perDay = new Dictionary<DateOnly, int>();
        foreach (var facts in Bookable(slots, now, lastDay, places: 1).OrderByDescending(f => Score(f, now)).ThenBy(f => f.Slot))
        {
            if (best.Count >= max)
            {
                break;
            }

            var taken = perDay.GetValueOrDefault(facts.Slot.Day);
            if (taken < MostPerDay)
            {
                perDay[facts.Slot.Day] = taken + 1;
                best.Add(facts);
            }
        }

        return best;
    }

    /// <summary>The bookable slots nearest to the wanted one on the calendar and the wall clock, without itself; ties go to the earlier.</summary>
    public static IReadOnlyList<SlotFacts> Nearest(
        IEnumerable<SlotFacts> slots, Slot wanted, DateTimeOffset now, DateOnly lastDay, int max = 3, int places = 1) =>
    [
        .. Bookable(slots, now, lastDay, places)
            .Where(facts => facts.Slot != wanted)
            .OrderBy(facts => (WallTimeOf(facts.Slot) - WallTimeOf(wanted)).Duration())
            .ThenBy(facts => facts.Slot)
            .Take(max),
    ];

    private static IEnumerable<SlotFacts> Bookable(IEnumerable<SlotFacts> slots, DateTimeOffset now, DateOnly lastDay, int places) =>
        slots.DistinctBy(facts => facts.Slot).Where(facts => SlotRules.IsBookable(facts, now, lastDay, places));

    private static double Score(SlotFacts facts, DateTimeOffset now)
    {
        var room = 0.5 + (0.5 * facts.Free / facts.Capacity);
        return AttendanceTable.RateOf(facts.Slot) * room * Math.Pow(KeptPerDay, (facts.Range.Start - now).TotalDays);
    }

    private static DateTime WallTimeOf(Slot slot) => slot.Day.ToDateTime(slot.Start);
}
