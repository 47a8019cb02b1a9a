using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Availability;

public sealed class ReadinessTests
{
    private static readonly DateOnly Day = Facts.Tuesday;
    private static readonly TimeRange Slot = Hours(16, 18);
    private static readonly ReadinessRules Rules = new();

    [Theory]
    [InlineData("T1-bereit")]
    [InlineData("t1-BEREIT bis abends")]
    [InlineData("Clara: T1 bereit")]
    public void A_ready_event_over_the_slot_makes_ready(string title)
    {
        Assert.True(IsReady(new BusyItem(title, Hours(16, 18))));
        Assert.True(IsReady(new BusyItem(title, Hours(11, 22))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bereit")]
    [InlineData("T1bereit")]
    [InlineData("T1  bereit")]
    public void Other_titles_do_not(string? title)
    {
        Assert.False(IsReady(new BusyItem(title, Hours(11, 22))));
    }

    [Fact]
    public void Without_any_event_nobody_is_ready()
    {
        Assert.False(IsReady());
    }

    [Fact]
    public void A_ready_event_must_cover_the_slot_to_the_last_minute()
    {
        Assert.False(IsReady(Ready(16, 17)));
        Assert.False(IsReady(Ready(17, 18)));
        Assert.False(IsReady(new BusyItem("T1-bereit", new(Slot.Start, Slot.End.AddMinutes(-1)))));
        Assert.False(IsReady(new BusyItem("T1-bereit", new(Slot.Start.AddMinutes(1), Slot.End))));
    }

    [Fact]
    public void Ready_events_that_touch_or_overlap_cover_it_together()
    {
        Assert.True(IsReady(Ready(17, 19), Ready(15, 17)));
        Assert.True(IsReady(Ready(15, 17), Ready(16, 18)));
        Assert.False(IsReady(Ready(15, 16), Ready(17, 19)));
    }

    [Fact]
    public void Another_event_over_any_part_of_the_slot_blocks_it()
    {
        Assert.False(IsReady(Ready(11, 22), Busy(17, 19)));
        Assert.False(IsReady(Ready(11, 22), Busy(15, 17)));
        Assert.False(IsReady(Ready(11, 22), Busy(11, 22)));
    }

    [Fact]
    public void An_event_that_only_touches_the_slot_does_not_block_it()
    {
        Assert.True(IsReady(Ready(11, 22), Busy(14, 16), Busy(18, 20)));
    }

    [Fact]
    public void An_event_without_length_does_not_block()
    {
        Assert.True(IsReady(Ready(11, 22), Busy(17, 17)));
    }

    [Fact]
    public void All_day_transparent_cancelled_and_declined_events_do_not_block()
    {
        var busy = Busy(16, 18);

        Assert.True(IsReady(
            Ready(11, 22), busy with { IsAllDay = true }, busy with { IsTransparent = true }, busy with { IsCancelled = true }, busy with { IsDeclined = true }));
    }

    [Fact]
    public void A_ready_event_counts_all_day_and_transparent_but_not_cancelled_or_declined()
    {
        var ready = Ready(11, 22);

        Assert.True(IsReady(ready with { IsTransparent = true }));
        Assert.True(IsReady(new BusyItem("T1-bereit", Berlin.Clock.DayRange(Day), IsAllDay: true)));
        Assert.False(IsReady(ready with { IsCancelled = true }));
        Assert.False(IsReady(ready with { IsDeclined = true }));
    }

    [Fact]
    public void Two_ready_events_do_not_block_each_other()
    {
        Assert.True(IsReady(Ready(11, 22), Ready(16, 17)));
    }

    [Fact]
    public void What_declares_readiness_is_a_setting()
    {
        var rules = new ReadinessRules { Titles = ["verfügbar"] };

        Assert.True(Readiness.IsReady(Slot, [new("Heute VERFÜGBAR", Hours(11, 22))], rules));
        Assert.False(Readiness.IsReady(Slot, [Ready(11, 22)], rules));
    }

    [Fact]
    public void Readiness_over_the_night_when_the_clocks_change_covers_the_real_hours()
    {
        var sunday = new DateOnly(2026, 10, 25);
        var grid = SlotGrid.Default.With(DayOfWeek.Sunday, new TimeOnly(2, 0));
        var slot = grid.RangeOf(new(sunday, new(2, 0)), Berlin.Clock);

        Assert.True(Readiness.IsReady(slot, [new("T1-bereit", Berlin.Range(sunday, new(2, 0), new(3, 0)))], Rules));
        Assert.False(Readiness.IsReady(slot, [new("T1-bereit", new(slot.Start, slot.Start.AddHours(1)))], Rules));
    }

    [Fact]
    public void A_window_gives_the_slots_in_which_the_consultant_is_ready_and_not_restricted()
    {
        var clara = Guid.CreateVersion7();
        var slots = SlotGrid.Default.SlotsBetween(Day, Day, Berlin.Clock);
        var rules = Rules with { Restrictions = [new(clara, DayOfWeek.Tuesday, new(18, 0))] };

        var ready = Readiness.SlotsReady(slots, [Ready(11, 22), Busy(15, 17)], rules, clara);

        Assert.Equal(["11:00", "20:00"], ready.Select(s => s.ToString()[11..]));
        Assert.Equal(["11:00", "18:00", "20:00"], Readiness.SlotsReady(slots, [Ready(11, 22), Busy(15, 17)], rules, Guid.CreateVersion7()).Select(s => s.ToString()[11..]));
    }

    private static bool IsReady(params BusyItem[] items) => Readiness.IsReady(Slot, items, Rules);

    private static BusyItem Ready(int from, int to) => new("T1-bereit", Hours(from, to));

    private static BusyItem Busy(int from, int to) => new("Zahnarzt", Hours(from, to));

    private static TimeRange Hours(int from, int to) => Berlin.Range(Day, new(from, 0), new(to, 0));
}
