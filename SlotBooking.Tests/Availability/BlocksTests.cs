using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Availability;

public sealed class BlocksTests
{
    private static readonly DateOnly Day = Facts.Tuesday;
    private static readonly BlockSpan CompanyHolidays = new(Day, Day.AddDays(2), null, null, "Betriebsferien");
    private static readonly BlockSpan Training = new(Day, Day.AddDays(1), new(15, 0), new(17, 0), "Schulung");

    [Fact]
    public void A_public_holiday_of_the_state_blocks_the_whole_day()
    {
        var slot = RangeOf("2026-06-04 20:00");

        Assert.Equal("Fronleichnam", Blocks.ReasonFor(slot, [], FederalState.NW, Berlin.Clock));
        Assert.Null(Blocks.ReasonFor(slot, [], FederalState.HH, Berlin.Clock));
    }

    [Fact]
    public void Whole_days_are_blocked_from_the_first_to_the_last()
    {
        Assert.Null(ReasonFor("2026-06-01 20:00", CompanyHolidays));
        Assert.Equal("Betriebsferien", ReasonFor("2026-06-02 11:00", CompanyHolidays));
        Assert.Equal("Betriebsferien", ReasonFor("2026-06-03 20:00", CompanyHolidays));
        Assert.Null(ReasonFor("2026-06-05 11:00", CompanyHolidays));
    }

    [Theory]
    [InlineData("2026-06-02 11:00", null)]
    [InlineData("2026-06-02 13:00", null)] // ends when the block begins
    [InlineData("2026-06-02 14:00", "Schulung")]
    [InlineData("2026-06-02 16:00", "Schulung")]
    [InlineData("2026-06-02 17:00", null)] // begins when the block ends
    [InlineData("2026-06-03 16:00", "Schulung")]
    [InlineData("2026-06-05 16:00", null)]
    public void Hours_are_blocked_on_each_of_the_days_when_they_overlap_the_slot(string slot, string? reason)
    {
        Assert.Equal(reason, ReasonFor(slot, Training));
    }

    [Fact]
    public void A_block_with_only_one_time_reaches_to_the_edge_of_the_day()
    {
        var morning = Training with { From = null, To = new(12, 0) };
        var evening = Training with { From = new(19, 0), To = null };

        Assert.Equal("Schulung", ReasonFor("2026-06-02 11:00", morning));
        Assert.Null(ReasonFor("2026-06-02 14:00", morning));
        Assert.Null(ReasonFor("2026-06-02 16:00", evening));
        Assert.Equal("Schulung", ReasonFor("2026-06-02 18:00", evening));
    }

    [Fact]
    public void The_holiday_is_named_before_a_block_and_the_first_block_before_the_second()
    {
        var week = new BlockSpan(new(2026, 6, 1), new(2026, 6, 5), null, null, "Umzug");

        Assert.Equal("Fronleichnam", ReasonFor("2026-06-04 11:00", week));
        Assert.Equal("Umzug", ReasonFor("2026-06-02 16:00", week, Training));
        Assert.Equal("Schulung", ReasonFor("2026-06-02 16:00", Training, week));
    }

    [Fact]
    public void A_slot_that_reaches_over_midnight_is_judged_by_both_days()
    {
        var late = new TimeRange(Berlin.At(new(2026, 6, 3), 23), Berlin.At(new(2026, 6, 4), 1));
        var early = new TimeRange(Berlin.At(new(2026, 6, 3), 22), Berlin.At(new(2026, 6, 4), 0));

        Assert.Equal("Fronleichnam", Blocks.ReasonFor(late, [], FederalState.NW, Berlin.Clock));
        Assert.Null(Blocks.ReasonFor(early, [], FederalState.NW, Berlin.Clock));
    }

    [Fact]
    public void Blocked_hours_that_the_clocks_skip_block_nothing()
    {
        var sunday = new DateOnly(2026, 3, 29);
        var skipped = new BlockSpan(sunday, sunday, new(2, 0), new(3, 0), "Wartung");

        Assert.Null(Blocks.ReasonFor(Berlin.Clock.DayRange(sunday), [skipped], FederalState.NW, Berlin.Clock));
        Assert.Null(Blocks.ReasonFor(Berlin.Clock.DayRange(sunday), [skipped with { From = new(2, 30) }], FederalState.NW, Berlin.Clock));
    }

    [Fact]
    public void On_the_long_day_a_block_over_the_doubled_hour_blocks_both()
    {
        var sunday = new DateOnly(2026, 10, 25);
        var night = new BlockSpan(sunday, sunday, new(2, 0), new(3, 0), "Wartung");
        var second = new TimeRange(Berlin.At(sunday, 2).AddHours(1), Berlin.At(sunday, 3));

        Assert.Equal(TimeSpan.FromHours(1), second.Duration);
        Assert.Equal("Wartung", Blocks.ReasonFor(second, [night], FederalState.NW, Berlin.Clock));
    }

    [Fact]
    public void A_block_that_makes_no_sense_is_refused_with_a_sentence()
    {
        Assert.Empty(Training.Problems());
        Assert.Single((Training with { Last = Day.AddDays(-1) }).Problems());
        Assert.Single((Training with { To = new(15, 0) }).Problems());
        Assert.Single((Training with { Reason = " " }).Problems());
        Assert.Single((Training with { Reason = new('x', 201) }).Problems());
    }

    private static string? ReasonFor(string slot, params BlockSpan[] spans) =>
        Blocks.ReasonFor(RangeOf(slot), spans, FederalState.NW, Berlin.Clock);

    private static TimeRange RangeOf(string slot) => SlotGrid.Default.RangeOf(Slot.Parse(slot), Berlin.Clock);
}
