using FsCheck.Fluent;
using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Bookings;

public sealed class SlotStateTests
{
    private static readonly DateOnly Today = Facts.Tuesday;
    private static readonly DateOnly LastDay = Today.AddDays(84);
    private static readonly DateTimeOffset Now = Berlin.At(Today, 13, 42);

    [Theory]
    [InlineData(0, 16, "free")]
    [InlineData(12, 16, "free")]
    [InlineData(13, 16, "few")]
    [InlineData(15, 16, "few")]
    [InlineData(16, 16, "full")]
    [InlineData(17, 16, "overbooked")]
    [InlineData(0, 0, "closed")]
    [InlineData(1, 0, "overbooked")]
    public void A_coming_slot_shows_how_full_it_is(int taken, int capacity, string state)
    {
        Assert.Equal(state, StateOf(Facts.Of(Today, 16, taken, capacity)));
    }

    [Fact]
    public void What_cannot_be_booked_at_all_says_why()
    {
        Assert.Equal("past", StateOf(Facts.Of(Today, 11, taken: 17)));
        Assert.Equal("blocked", StateOf(Facts.Of(Today, 16, taken: 17, blockedBy: "Fronleichnam")));
        Assert.Equal("closed", StateOf(Facts.Of(Today, 15, taken: 1, capacity: 0, inGrid: false)));
        Assert.Equal("closed", StateOf(Facts.Of(LastDay.AddDays(1), 11)));
    }

    [Fact]
    public void A_slot_is_shown_free_or_few_exactly_when_it_can_be_booked() =>
        Prop.ForAll(Gen.Choose(0, 30).ToArbitrary(), Gen.Choose(0, 24).ToArbitrary(), Gen.Elements(11, 14, 16).ToArbitrary(), (taken, capacity, hour) =>
        {
            var facts = Facts.Of(Today, hour, taken, capacity);
            return (SlotStates.Of(facts, Now, LastDay) is SlotState.Free or SlotState.Few) == SlotRules.IsBookable(facts, Now, LastDay);
        }).CheckSeeded();

    private static string StateOf(SlotFacts facts) => SlotStates.Of(facts, Now, LastDay).Code();
}
