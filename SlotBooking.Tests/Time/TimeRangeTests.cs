using FsCheck;
using FsCheck.Fluent;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Time;

public sealed class TimeRangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<(TimeRange A, TimeRange B)> Pairs = Ranges().Zip(Ranges(), (a, b) => (a, b)).ToArbitrary();

    [Fact]
    public void Overlapping_is_mutual() =>
        Prop.ForAll(Pairs, p => p.A.Overlaps(p.B) == p.B.Overlaps(p.A)).CheckSeeded();

    [Fact]
    public void Two_ranges_overlap_exactly_when_some_hour_lies_in_both() =>
        Prop.ForAll(Pairs, p => p.A.Overlaps(p.B) == Hourly(p.A).Intersect(Hourly(p.B)).Any()).CheckSeeded();

    [Fact]
    public void A_range_inside_another_overlaps_it_unless_it_is_empty() =>
        Prop.ForAll(Pairs, p => !p.A.Contains(p.B) || p.B.Duration == TimeSpan.Zero || p.A.Overlaps(p.B)).CheckSeeded();

    [Fact]
    public void Touching_end_to_start_is_no_overlap()
    {
        Assert.False(Hours(11, 13).Overlaps(Hours(13, 15)));
        Assert.False(Hours(13, 15).Overlaps(Hours(11, 13)));
        Assert.True(Hours(11, 13).Overlaps(new(Noon.AddHours(13).AddTicks(-1), Noon.AddHours(15))));
    }

    [Fact]
    public void A_range_contains_itself_and_nothing_longer()
    {
        Assert.True(Hours(11, 13).Contains(Hours(11, 13)));
        Assert.True(Hours(11, 13).Contains(Hours(12, 13)));
        Assert.False(Hours(11, 13).Contains(Hours(11, 14)));
        Assert.False(Hours(11, 13).Contains(Hours(10, 13)));
    }

    [Fact]
    public void The_start_lies_inside_and_the_end_does_not()
    {
        Assert.True(Hours(11, 13).Contains(Noon.AddHours(11)));
        Assert.False(Hours(11, 13).Contains(Noon.AddHours(13)));
    }

    [Fact]
    public void A_range_is_kept_in_UTC_whatever_offset_it_came_in()
    {
        var range = new TimeRange(new(2026, 6, 2, 16, 0, 0, TimeSpan.FromHours(2)), new(2026, 6, 2, 18, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal(TimeSpan.Zero, range.Start.Offset);
        Assert.Equal(new(new(2026, 6, 2, 14, 0, 0, TimeSpan.Zero), new(2026, 6, 2, 16, 0, 0, TimeSpan.Zero)), range);
    }

    [Fact]
    public void An_end_before_its_start_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hours(13, 11));

    private static Gen<TimeRange> Ranges() =>
        Gen.Choose(0, 20).Zip(Gen.Choose(0, 20), (a, b) => Hours(Math.Min(a, b), Math.Max(a, b)));

    private static TimeRange Hours(int from, int to) => new(Noon.AddHours(from), Noon.AddHours(to));

    private static IEnumerable<DateTimeOffset> Hourly(TimeRange range) =>
        Enumerable.Range(0, (int)range.Duration.TotalHours).Select(hour => range.Start.AddHours(hour));
}
