using System.Text.Json;
using FsCheck.Fluent;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Availability;

public sealed class CapacityRulesTests
{
    private static readonly Slot FridayAtNine = Slot.Parse("2026-06-05 09:00");
    private static readonly Slot TuesdayAtFour = Slot.Parse("2026-06-02 16:00");
    private static readonly CapacityRules Rules = new CapacityRules().With(DayOfWeek.Friday, new(9, 0), 6);

    [Fact]
    public void A_consultant_takes_four_customers_unless_the_time_of_the_week_says_otherwise()
    {
        Assert.Equal(4, Rules.PlacesFor(TuesdayAtFour));
        Assert.Equal(6, Rules.PlacesFor(FridayAtNine));
        Assert.Equal(4, Rules.With(DayOfWeek.Friday, new(9, 0), null).PlacesFor(FridayAtNine));
    }

    [Fact]
    public void Capacity_is_consultants_times_places()
    {
        Assert.Equal(24, Rules.CapacityOf(FridayAtNine, 4));
        Assert.Equal(0, Rules.CapacityOf(FridayAtNine, 0));
        Assert.Equal(0, Rules.CapacityOf(FridayAtNine, -1));
    }

    [Fact]
    public void Capacity_never_falls_when_a_consultant_or_a_place_is_added() =>
        Prop.ForAll(Gen.Choose(0, 30).ToArbitrary(), Gen.Choose(0, 49).ToArbitrary(), (ready, places) =>
        {
            var rules = Rules.With(DayOfWeek.Tuesday, new(16, 0), places);
            var more = Rules.With(DayOfWeek.Tuesday, new(16, 0), places + 1);
            return rules.CapacityOf(TuesdayAtFour, ready) <= rules.CapacityOf(TuesdayAtFour, ready + 1)
                && rules.CapacityOf(TuesdayAtFour, ready) <= more.CapacityOf(TuesdayAtFour, ready);
        }).CheckSeeded();

    [Theory]
    [InlineData(JsonSerializerDefaults.General, """{"PlacesPerConsultant":4,"Overrides":[{"Day":"Friday","Start":"09:00","Places":6}]}""")]
    [InlineData(JsonSerializerDefaults.Web, """{"placesPerConsultant":4,"overrides":[{"day":"Friday","start":"09:00","places":6}]}""")]
    public void Rules_are_stored_so_that_people_can_read_them(JsonSerializerDefaults defaults, string json)
    {
        var options = new JsonSerializerOptions(defaults);

        Assert.Equal(json, JsonSerializer.Serialize(Rules, options));
        Assert.Equal(Rules, JsonSerializer.Deserialize<CapacityRules>(json, options));
    }

    [Fact]
    public void What_is_not_stored_has_its_default()
    {
        Assert.Equal(new(), JsonSerializer.Deserialize<CapacityRules>("{}"));
        Assert.Equal(new(), JsonSerializer.Deserialize<CapacityRules>("""{"Overrides":null}"""));
    }

    [Fact]
    public void The_order_of_overrides_makes_no_difference()
    {
        var one = new CapacityRules().With(DayOfWeek.Sunday, new(9, 0), 1).With(DayOfWeek.Monday, new(11, 0), 5).With(DayOfWeek.Monday, new(9, 0), 2);
        var other = new CapacityRules().With(DayOfWeek.Monday, new(9, 0), 2).With(DayOfWeek.Sunday, new(9, 0), 1).With(DayOfWeek.Monday, new(11, 0), 5);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal([2, 5, 1], one.Overrides.Select(o => o.Places));
    }

    [Fact]
    public void Wrong_numbers_are_named()
    {
        Assert.Empty(Rules.Problems());
        Assert.Empty((Rules with { PlacesPerConsultant = 0 }).With(DayOfWeek.Friday, new(9, 0), 50).Problems());
        Assert.Equal(
            [
                "Ein Berater kann 0 bis 50 Plätze haben, nicht 51.",
                "Freitag 09:00: Ein Berater kann 0 bis 50 Plätze haben, nicht -1.",
            ],
            (Rules with { PlacesPerConsultant = 51 }).With(DayOfWeek.Friday, new(9, 0), -1).Problems());
    }

    [Fact]
    public void One_time_of_the_week_has_one_number()
    {
        var twice = Rules with { Overrides = [.. Rules.Overrides, new(DayOfWeek.Friday, new(9, 0), 5)] };

        Assert.Equal("Freitag 09:00: Für diese Zeit ist mehr als eine Zahl eingetragen.", Assert.Single(twice.Problems()));
    }
}
