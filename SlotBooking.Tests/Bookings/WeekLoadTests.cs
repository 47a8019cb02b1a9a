using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Bookings;

public sealed class WeekLoadTests
{
    private static readonly IsoWeek Week23 = new(2026, 23);

    [Fact]
    public void A_week_sums_its_slots_without_those_that_are_blocked()
    {
        var monday = Week23.Monday;
        var slots = new[]
        {
            Facts.Of(monday, 11, taken: 16), Facts.Of(monday.AddDays(1), 11, taken: 8), Facts.Of(monday.AddDays(3), 11, taken: 3, blockedBy: "Fronleichnam"),
            Facts.Of(monday.AddDays(1), 15, taken: 1, capacity: 0, inGrid: false),
        };

        var week = Assert.Single(WeekLoad.Of(slots, Week23, 1));

        Assert.Equal(new(Week23, Load.Of(24, 32), IsBlocked: false), week);
        Assert.Equal(75, week.Load.Percent);
    }

    [Fact]
    public void A_week_that_is_blocked_from_Monday_to_Friday_is_marked()
    {
        var slots = Facts.Between(Week23.Monday, Week23.Monday.AddDays(6)).Select(facts => facts with { BlockedBy = "Betriebsferien" });

        Assert.Equal(new(Week23, Load.Of(0, 0), IsBlocked: true), Assert.Single(WeekLoad.Of(slots, Week23, 1)));
    }

    [Fact]
    public void The_week_of_New_Year_is_one_week()
    {
        var slots = Facts.Between(new(2026, 12, 28), new(2027, 1, 8), taken: 4);

        var weeks = WeekLoad.Of(slots, new(2026, 53), 2);

        Assert.Equal(["2026-W53", "2027-W01"], weeks.Select(week => week.Week.ToString()));
        Assert.Equal(23 * 16, weeks[0].Load.Capacity);
        Assert.Equal(23 * 16, weeks[1].Load.Capacity);
    }

    [Fact]
    public void Six_weeks_have_six_rows_even_without_a_slot()
    {
        var weeks = WeekLoad.Of([], Week23, 6);

        Assert.Equal(6, weeks.Count);
        Assert.All(weeks, week => Assert.Equal((LoadLevel.None, false), (week.Load.Level, week.IsBlocked)));
    }

    [Fact]
    public void A_day_sums_its_own_slots_and_names_why_it_is_blocked()
    {
        var thursday = new DateOnly(2026, 6, 4);
        var slots = Facts.Between(new(2026, 6, 1), new(2026, 6, 5), taken: 4)
            .Select(facts => facts.Slot.Day == thursday ? facts with { BlockedBy = "Fronleichnam" } : facts).ToList();

        Assert.Equal(new(new(2026, 6, 5), Load.Of(12, 48), BlockedBy: null), DayLoad.Of(new(2026, 6, 5), slots));
        Assert.Equal(new(thursday, Load.Of(0, 0), "Fronleichnam"), DayLoad.Of(thursday, slots));
        Assert.Equal(new(new(2026, 6, 6), Load.Of(0, 0), BlockedBy: null), DayLoad.Of(new(2026, 6, 6), slots));
    }

    [Fact]
    public void A_day_with_one_blocked_slot_is_not_blocked()
    {
        var day = Facts.Tuesday;

        var load = DayLoad.Of(day, [Facts.Of(day, 11, taken: 2, blockedBy: "Schulung"), Facts.Of(day, 14, taken: 4)]);

        Assert.Equal(new(day, Load.Of(4, 16), BlockedBy: null), load);
    }
}
