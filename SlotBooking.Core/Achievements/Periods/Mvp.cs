namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Finds who was best in a period.</summary>
public static class Mvp
{
    /// <summary>Who had the most points, or null when nobody had any. Ties: more customers who showed up, then the earlier last point, then the order given.</summary>
    /// <param name="sums">What everybody had.</param>
    /// <param name="order">Those who are alike in all of that, by name; others come behind them, by id.</param>
    public static PeriodSum? Of(IEnumerable<PeriodSum> sums, IReadOnlyList<Guid> order) => sums.Where(s => s.Points > 0)
        .OrderByDescending(s => s.Points)
        .ThenByDescending(s => s.Completed)
        .ThenBy(s => s.LastAt)
        .ThenBy(s => Place(order, s.AccountId))
        .ThenBy(s => s.AccountId)
        .FirstOrDefault();

    /// <summary>Those whom only the name can part; empty when there is one clear winner.</summary>
    public static IReadOnlyList<Guid> Alike(IReadOnlyCollection<PeriodSum> sums)
    {
        if (Of(sums, []) is not { } best)
        {
            return [];
        }

        var alike = sums.Where(s => (s.Points, s.Completed, s.LastAt) == (best.Points, best.Completed, best.LastAt)).Select(s => s.AccountId).ToList();
        return alike.Count > 1 ? alike : [];
    }

    private static int Place(IReadOnlyList<Guid> order, Guid account)
    {
        for (var n = 0; n < order.Count; n++)
        {
            if (order[n] == account)
            {
                return n;
            }
        }

        return int.MaxValue;
    }
}
