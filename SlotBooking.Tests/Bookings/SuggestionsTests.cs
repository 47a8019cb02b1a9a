using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Bookings;

public sealed class SuggestionsTests
{
    private static readonly DateOnly Today = Facts.Tuesday;
    private static readonly DateOnly LastDay = Today.AddDays(84);
    private static readonly DateTimeOffset Now = Berlin.At(Today, 13, 42);

    [Fact]
    public void Five_bookable_slots_are_suggested_and_no_more_than_two_of_one_day()
    {
        var best = Suggestions.Best(Facts.Between(Today, Today.AddDays(14)), Now, LastDay);

        Assert.Equal(5, best.Count);
        Assert.Equal(5, best.Distinct().Count());
        Assert.All(best, facts => Assert.True(SlotRules.IsBookable(facts, Now, LastDay)));
        Assert.All(best.CountBy(facts => facts.Slot.Day), day => Assert.InRange(day.Value, 1, 2));
    }

    [Fact]
    public void A_third_slot_of_a_day_is_left_out_however_good_it_is()
    {
        var friday = new DateOnly(2026, 6, 5);
        var slots = new[] { Facts.Of(friday, 9), Facts.Of(friday, 11), Facts.Of(friday, 14), Facts.Of(friday.AddDays(20), 18, taken: 15) };

        var best = Suggestions.Best(slots, Now, LastDay);

        Assert.Equal(2, best.Count(facts => facts.Slot.Day == friday));
        Assert.Equal("2026-06-25 18:00", best[^1].Slot.ToString());
    }

    [Fact]
    public void The_likely_Friday_morning_is_worth_three_days_of_waiting()
    {
        var best = Suggestions.Best(Facts.Between(Today, Today.AddDays(7)), Now, LastDay);

        Assert.Equal("2026-06-05 09:00", best[0].Slot.ToString());
    }

    [Fact]
    public void Of_two_equal_hours_the_emptier_comes_first()
    {
        var slots = new[] { Facts.Of(Today, 16, taken: 14), Facts.Of(Today, 18, taken: 2) };

        Assert.Equal(["2026-06-02 18:00", "2026-06-02 16:00"], Names(Suggestions.Best(slots, Now, LastDay)));
    }

    [Fact]
    public void Of_two_equal_slots_the_sooner_comes_first()
    {
        var slots = new[] { Facts.Of(Today.AddDays(14), 16), Facts.Of(Today, 16), Facts.Of(Today.AddDays(7), 16) };

        Assert.Equal(["2026-06-02 16:00", "2026-06-09 16:00", "2026-06-16 16:00"], Names(Suggestions.Best(slots, Now, LastDay)));
    }

    [Fact]
    public void The_order_in_which_slots_are_read_makes_no_difference()
    {
        var slots = Facts.Between(Today, Today.AddDays(20), taken: 5);
        var shuffled = slots.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(Names(Suggestions.Best(slots, Now, LastDay)), Names(Suggestions.Best(shuffled, Now, LastDay)));
    }

    [Fact]
    public void A_slot_that_comes_twice_is_suggested_once()
    {
        Assert.Single(Suggestions.Best([Facts.Of(Today, 16), Facts.Of(Today, 16)], Now, LastDay));
    }

    [Fact]
    public void Nothing_is_suggested_when_nothing_can_be_booked()
    {
        var slots = new[]
        {
            Facts.Of(Today, 11), Facts.Of(Today, 14, taken: 16), Facts.Of(Today, 16, blockedBy: "Umzug"), Facts.Of(Today, 18, capacity: 0),
            Facts.Of(LastDay.AddDays(1), 11),
        };

        Assert.Empty(Suggestions.Best(slots, Now, LastDay));
        Assert.Empty(Suggestions.Nearest(slots, slots[1].Slot, Now, LastDay));
    }

    [Fact]
    public void Nearest_are_the_free_slots_around_the_wanted_one()
    {
        var slots = Facts.Between(Today, Today.AddDays(1));

        var nearest = Suggestions.Nearest(slots, new(Today, new(16, 0)), Now, LastDay);

        Assert.Equal(["2026-06-02 14:00", "2026-06-02 18:00", "2026-06-02 20:00"], Names(nearest));
    }

    [Fact]
    public void Nearest_leaves_out_what_is_past_or_too_small()
    {
        var slots = new[] { Facts.Of(Today, 11), Facts.Of(Today, 14, taken: 15), Facts.Of(Today, 18, taken: 14), Facts.Of(Today, 20) };

        Assert.Equal(["2026-06-02 18:00", "2026-06-02 20:00"], Names(Suggestions.Nearest(slots, new(Today, new(16, 0)), Now, LastDay, places: 2)));
    }

    [Fact]
    public void A_wanted_time_outside_the_grid_has_neighbours_too()
    {
        var nearest = Suggestions.Nearest(Facts.Between(Today, Today.AddDays(6)), new(new(2026, 6, 6), new(10, 0)), Now, LastDay, max: 2);

        Assert.Equal(["2026-06-05 14:00", "2026-06-05 11:00"], Names(nearest));
    }

    private static IEnumerable<string> Names(IEnumerable<SlotFacts> slots) => slots.Select(facts => facts.Slot.ToString());
}
