using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Many ranges, melted into the fewest that cover the same time; answers questions in logarithmic time.</summary>
internal sealed class MergedRanges
{
    private readonly List<TimeRange> _ranges = [];

    public MergedRanges(IEnumerable<TimeRange> ranges)
    {
        foreach (var range in ranges.Where(r => r.Start < r.End).OrderBy(r => r.Start))
        {
            if (_ranges is [.., var last] && range.Start <= last.End)
            {
                _ranges[^1] = new(last.Start, range.End > last.End ? range.End : last.End);
            }
            else
            {
                _ranges.Add(range);
            }
        }
    }

    /// <summary>Whether all of the time lies inside.</summary>
    public bool Cover(TimeRange wanted) => LastBefore(wanted.Start, orAt: true) is { } range && range.Contains(wanted);

    /// <summary>Whether any of the time lies inside.</summary>
    public bool Overlap(TimeRange wanted) => LastBefore(wanted.End, orAt: false) is { } range && range.Overlaps(wanted);

    private TimeRange? LastBefore(DateTimeOffset instant, bool orAt)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isBefore = orAt ? _ranges[middle].Start <= instant : _ranges[middle].Start < instant;
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : _ranges[low - 1];
    }
}
