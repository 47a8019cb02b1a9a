using System.Text.Json;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Slots;

public sealed class HorizonRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 2);
    private static readonly HorizonRules Rules = new();

    [Fact]
    public void Today_is_the_first_of_56_days_and_the_last_day_is_twelve_weeks_ahead()
    {
        Assert.Equal(new(2026, 7, 27), Rules.LastGeneratedDay(Today));
        Assert.Equal(new(2026, 8, 25), Rules.LastDay(Today));
        Assert.Equal(Today.DayOfWeek, Rules.LastDay(Today).DayOfWeek);
    }

    [Fact]
    public void The_standard_staffing_begins_where_the_calendars_end_and_stops_at_the_horizon()
    {
        var through = Rules.LastGeneratedDay(Today);

        Assert.False(Rules.IsFromStaffing(through, through, Today));
        Assert.True(Rules.IsFromStaffing(through.AddDays(1), through, Today));
        Assert.True(Rules.IsFromStaffing(Rules.LastDay(Today), through, Today));
        Assert.False(Rules.IsFromStaffing(Rules.LastDay(Today).AddDays(1), through, Today));
    }

    [Fact]
    public void A_day_does_not_close_over_the_weekend_because_the_window_is_worked_out_on_Monday()
    {
        var sunday = new DateOnly(2026, 6, 7);
        var through = Rules.LastGeneratedDay(sunday.AddDays(-2));

        Assert.True(Rules.IsFromStaffing(through.AddDays(1), through, sunday));
    }

    [Fact]
    public void Guesses_do_not_follow_a_window_that_is_never_worked_out()
    {
        var plan = Rules.LastGeneratedDay(Today);

        Assert.False(Rules.IsFromStaffing(plan.AddDays(-7), Today.AddDays(-30), Today));
        Assert.True(Rules.IsFromStaffing(plan.AddDays(-6), Today.AddDays(-30), Today));
        Assert.False(Rules.IsFromStaffing(plan, through: null, Today));
        Assert.True(Rules.IsFromStaffing(plan.AddDays(1), through: null, Today));
    }

    [Fact]
    public void Standing_in_are_the_full_time_consultants_that_nothing_restricts()
    {
        var (clara, henrik) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var rules = new ReadinessRules { Restrictions = [new(clara, DayOfWeek.Tuesday, new(20, 0))] };

        Assert.Equal([henrik], Staffing.ReadyIn(Slot.Parse("2026-08-04 20:00"), [clara, henrik, henrik], rules));
        Assert.Equal([clara, henrik], Staffing.ReadyIn(Slot.Parse("2026-08-04 18:00"), [clara, henrik], rules));
    }

    [Fact]
    public void Rules_that_were_stored_are_read_again()
    {
        var rules = new HorizonRules { GeneratedDays = 28, WeeksAhead = 6 };

        Assert.Equal("""{"GeneratedDays":28,"WeeksAhead":6}""", JsonSerializer.Serialize(rules));
        Assert.Equal(rules, JsonSerializer.Deserialize<HorizonRules>(JsonSerializer.Serialize(rules)));
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused_with_a_sentence()
    {
        Assert.Empty(Rules.Problems());
        Assert.Single((Rules with { GeneratedDays = 0 }).Problems());
        Assert.Single((Rules with { WeeksAhead = -1 }).Problems());
        Assert.Equal(2, (Rules with { GeneratedDays = 367, WeeksAhead = 105 }).Problems().Count);
    }
}
