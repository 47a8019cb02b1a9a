using FsCheck.Fluent;
using SlotBooking.Core.Availability;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Availability;

public sealed class LoadTests
{
    [Theory]
    [InlineData(0, 0, "none", null)]
    [InlineData(1, 0, "over", null)]
    [InlineData(0, 16, "free", 0)]
    [InlineData(7, 16, "free", 43)]
    [InlineData(8, 16, "few", 50)]
    [InlineData(12, 16, "few", 75)]
    [InlineData(4, 5, "tight", 80)]
    [InlineData(13, 16, "tight", 81)]
    [InlineData(15, 16, "tight", 93)]
    [InlineData(16, 16, "full", 100)]
    [InlineData(17, 16, "over", 107)]
    [InlineData(62, 60, "over", 104)]
    public void The_traffic_light_changes_at_half_four_fifths_and_full(int taken, int capacity, string word, int? percent)
    {
        var load = Load.Of(taken, capacity);

        Assert.Equal(word, load.Word);
        Assert.Equal(percent, load.Percent);
    }

    [Fact]
    public void Figure_and_colour_never_contradict_each_other() =>
        Prop.ForAll(Gen.Choose(0, 2000).ToArbitrary(), Gen.Choose(1, 1500).ToArbitrary(), (taken, capacity) =>
        {
            var load = Load.Of(taken, capacity);
            return load.Level == load.Percent switch
            {
                < 50 => LoadLevel.Free,
                < 80 => LoadLevel.Few,
                < 100 => LoadLevel.Tight,
                100 => LoadLevel.Full,
                _ => LoadLevel.Over,
            };
        }).CheckSeeded();

    [Fact]
    public void Free_places_are_never_negative()
    {
        Assert.Equal(3, Load.Of(13, 16).Free);
        Assert.Equal(0, Load.Of(17, 16).Free);
        Assert.Equal(Load.Of(0, 0), Load.Of(-1, -4));
    }
}
