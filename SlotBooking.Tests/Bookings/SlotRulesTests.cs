using FsCheck.Fluent;
using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Bookings;

public sealed class SlotRulesTests
{
    private static readonly DateOnly Today = Facts.Tuesday;
    private static readonly DateOnly LastDay = Today.AddDays(84);
    private static readonly DateTimeOffset Now = Berlin.At(Today, 13, 42);

    [Fact]
    public void A_slot_with_a_free_place_can_be_booked()
    {
        Assert.Equal(new Bookability.Bookable(1), Decide(Facts.Of(Today, 16, taken: 15)));
    }

    [Fact]
    public void A_full_slot_is_refused()
    {
        AssertRefused(Refusal.Full, Facts.Of(Today, 16, taken: 16));
        AssertRefused(Refusal.Full, Facts.Of(Today, 16, taken: 17));
    }

    [Fact]
    public void An_overhang_needs_two_free_places()
    {
        Assert.Equal(new Bookability.NotBookable(Refusal.Full), SlotRules.Decide(Facts.Of(Today, 16, taken: 15), Now, LastDay, places: 2));
        Assert.Equal(new Bookability.Bookable(2), SlotRules.Decide(Facts.Of(Today, 16, taken: 14), Now, LastDay, places: 2));
    }

    [Fact]
    public void A_slot_is_past_from_the_instant_it_starts()
    {
        var facts = Facts.Of(Today, 16);

        Assert.IsType<Bookability.Bookable>(SlotRules.Decide(facts, facts.Range.Start.AddTicks(-1), LastDay));
        Assert.Equal(new Bookability.NotBookable(Refusal.Past), SlotRules.Decide(facts, facts.Range.Start, LastDay));
    }

    [Fact]
    public void The_last_day_can_be_booked_and_the_next_cannot()
    {
        Assert.IsType<Bookability.Bookable>(Decide(Facts.Of(LastDay, 11)));
        AssertRefused(Refusal.BeyondHorizon, Facts.Of(LastDay.AddDays(1), 11));
    }

    [Fact]
    public void A_time_outside_the_grid_is_refused_even_where_places_would_be()
    {
        AssertRefused(Refusal.NotInGrid, Facts.Of(Today, 15, inGrid: false));
    }

    [Fact]
    public void A_block_is_refused_with_its_reason()
    {
        Assert.Equal(new Bookability.NotBookable(Refusal.Blocked, "Betriebsausflug"), Decide(Facts.Of(Today, 16, blockedBy: "Betriebsausflug")));
    }

    [Fact]
    public void Without_anybody_ready_there_is_nothing_to_book()
    {
        AssertRefused(Refusal.NobodyReady, Facts.Of(Today, 16, capacity: 0));
        AssertRefused(Refusal.NobodyReady, Facts.Of(Today, 16, capacity: 0, taken: 3));
    }

    [Fact]
    public void Of_several_reasons_the_most_lasting_is_given()
    {
        var everything = Facts.Of(Today, 11, blockedBy: "Fronleichnam", capacity: 0, taken: 3, inGrid: false);
        var later = everything with { Range = new(Now.AddHours(1), Now.AddHours(3)) };
        var here = later with { InGrid = true };

        Assert.Equal(Refusal.Past, WhyNot(SlotRules.Decide(everything, Now, Today.AddDays(-1))));
        Assert.Equal(Refusal.BeyondHorizon, WhyNot(SlotRules.Decide(later, Now, Today.AddDays(-1))));
        Assert.Equal(Refusal.NotInGrid, WhyNot(Decide(later)));
        Assert.Equal(Refusal.Blocked, WhyNot(Decide(here)));
        Assert.Equal(Refusal.NobodyReady, WhyNot(Decide(here with { BlockedBy = null })));
        Assert.Equal(Refusal.Full, WhyNot(Decide(here with { BlockedBy = null, Capacity = 3 })));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nobody_can_want_less_than_one_place(int places)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SlotRules.Decide(Facts.Of(Today, 16), Now, LastDay, places));
    }

    [Fact]
    public void A_cancelled_place_never_closes_a_slot() =>
        Prop.ForAll(Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(0, 24).ToArbitrary(), (taken, capacity) =>
            !SlotRules.IsBookable(Facts.Of(Today, 16, taken, capacity), Now, LastDay)
            || SlotRules.IsBookable(Facts.Of(Today, 16, taken - 1, capacity), Now, LastDay)).CheckSeeded();

    [Theory]
    [InlineData(Refusal.Past, "past")]
    [InlineData(Refusal.BeyondHorizon, "horizon")]
    [InlineData(Refusal.NotInGrid, "closed")]
    [InlineData(Refusal.Blocked, "blocked")]
    [InlineData(Refusal.NobodyReady, "closed")]
    [InlineData(Refusal.Full, "full")]
    public void Each_refusal_has_a_stable_word(Refusal refusal, string code)
    {
        Assert.Equal(code, refusal.Code());
    }

    private static Bookability Decide(SlotFacts facts) => SlotRules.Decide(facts, Now, LastDay);

    private static Refusal? WhyNot(Bookability answer) => (answer as Bookability.NotBookable)?.Why;

    private static void AssertRefused(Refusal why, SlotFacts facts) => Assert.Equal(new Bookability.NotBookable(why), Decide(facts));
}
