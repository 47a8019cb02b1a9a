using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>One point of the time axis: a day, or a whole ISO week where days would be too many.</summary>
/// <param name="First">The day, or the week's Monday.</param>
/// <param name="IsWeek">Whether it is a week.</param>
/// <param name="Counts">Its figures.</param>
internal sealed record TimePoint(DateOnly First, bool IsWeek, OutcomeCounts Counts)
{
    private const int MostDays = 31;

    /// <summary>The points of the days, rising; days without appointments are left out, weeks without are not.</summary>
    public static IReadOnlyList<TimePoint> Of(IReadOnlyList<Counted<DateOnly>> days)
    {
        if (days.Count <= MostDays)
        {
            return [.. days.Select(d => new TimePoint(d.Key, IsWeek: false, d.Counts))];
        }

        var weeks = days.GroupBy(d => IsoWeek.Of(d.Key)).ToDictionary(g => g.Key, g => OutcomeCounts.Sum(g.Select(d => d.Counts)));
        var points = new List<TimePoint>();
        for (var week = weeks.Keys.Min(); week <= weeks.Keys.Max(); week = week.Plus(1))
        {
            points.Add(new TimePoint(week.Monday, IsWeek: true, weeks.GetValueOrDefault(week)));
        }

        return points;
    }
}
