using System.Text.Json;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Slots;

public sealed class SlotGridTests
{
    private static readonly DateOnly SpringForward = new(2026, 3, 29);
    private static readonly DateOnly FallBack = new(2026, 10, 25);

    [Fact]
    public void The_week_has_five_slots_a_day_three_on_Friday_and_none_on_the_weekend()
    {
        var monday = new DateOnly(2026, 6, 1);

        string[] starts = [.. Enumerable.Range(0, 7).Select(day => string.Join(' ', SlotGrid.Default.SlotsOn(monday.AddDays(day)).Select(s => s.Start.Hour)))];

        Assert.Equal(["11 14 16 18 20", "11 14 16 18 20", "11 14 16 18 20", "11 14 16 18 20", "9 11 14", "", ""], starts);
    }

    [Fact]
    public void A_slot_is_in_the_grid_only_at_its_exact_start()
    {
        Assert.True(SlotGrid.Default.Contains(Slot.Parse("2026-06-02 16:00")));
        Assert.False(SlotGrid.Default.Contains(Slot.Parse("2026-06-02 16:01")));
        Assert.False(SlotGrid.Default.Contains(Slot.Parse("2026-06-05 16:00")));
        Assert.False(SlotGrid.Default.Contains(Slot.Parse("2026-06-06 11:00")));
    }

    [Theory]
    [InlineData("2026-06-02 16:00", "2026-06-02T14:00:00Z")]
    [InlineData("2026-12-01 16:00", "2026-12-01T15:00:00Z")]
    public void A_slot_lasts_two_hours_from_its_promised_wall_time(string slot, string start)
    {
        var range = SlotGrid.Default.RangeOf(Slot.Parse(slot), Berlin.Clock);

        Assert.Equal(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), range.Start);
        Assert.Equal(TimeSpan.FromHours(2), range.Duration);
    }

    [Fact]
    public void On_the_nights_when_the_clocks_change_a_slot_still_lasts_two_real_hours()
    {
        var spring = SlotGrid.Default.RangeOf(new(SpringForward, new(1, 0)), Berlin.Clock);
        var autumn = SlotGrid.Default.RangeOf(new(FallBack, new(1, 0)), Berlin.Clock);

        Assert.Equal(TimeSpan.FromHours(2), spring.Duration);
        Assert.Equal(new(4, 0), Berlin.Clock.WallClock(spring.End).Time);
        Assert.Equal(TimeSpan.FromHours(2), autumn.Duration);
        Assert.Equal(new(2, 0), Berlin.Clock.WallClock(autumn.End).Time);
    }

    [Fact]
    public void The_slots_of_a_window_keep_their_wall_times_over_the_change_of_clocks()
    {
        var slots = SlotGrid.Default.SlotsBetween(SpringForward.AddDays(-2), SpringForward.AddDays(1), Berlin.Clock);

        Assert.Equal(8, slots.Count);
        Assert.All(slots, s => Assert.Equal((s.Slot.Day, s.Slot.Start), Berlin.Clock.WallClock(s.Range.Start)));
        Assert.Equal(slots.Select(s => s.Slot).Order(), slots.Select(s => s.Slot));
    }

    [Fact]
    public void Grids_with_the_same_times_are_equal()
    {
        var same = new SlotGrid(
            Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => SlotGrid.Default.StartsOn(day).Reverse().ToArray() as IReadOnlyList<TimeOnly>),
            TimeSpan.FromHours(2));

        Assert.Equal(SlotGrid.Default, same);
        Assert.Equal(SlotGrid.Default.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(SlotGrid.Default, same.With(DayOfWeek.Saturday, new TimeOnly(10, 0)));
        Assert.NotEqual(SlotGrid.Default, same with { Length = TimeSpan.FromHours(1) });
    }

    [Theory]
    [InlineData(JsonSerializerDefaults.General)]
    [InlineData(JsonSerializerDefaults.Web)]
    public void A_grid_is_stored_so_that_people_can_read_it(JsonSerializerDefaults defaults)
    {
        var options = new JsonSerializerOptions(defaults);
        var grid = new SlotGrid(new Dictionary<DayOfWeek, IReadOnlyList<TimeOnly>> { [DayOfWeek.Friday] = [new(9, 0), new(11, 30)] }, TimeSpan.FromMinutes(90));

        Assert.Equal("""{"lengthMinutes":90,"starts":{"friday":["09:00","11:30"]}}""", JsonSerializer.Serialize(grid, options));
        Assert.Equal(grid, JsonSerializer.Deserialize<SlotGrid>(JsonSerializer.Serialize(grid, options), options));
        Assert.Equal(SlotGrid.Default, JsonSerializer.Deserialize<SlotGrid>(JsonSerializer.Serialize(SlotGrid.Default, options), options));
    }

    [Theory]
    [InlineData("""{"lengthMinutes":120,"starts":{"someday":["09:00"]}}""")]
    [InlineData("""{"lengthMinutes":120,"starts":{"5":["09:00"]}}""")]
    [InlineData("""{"lengthMinutes":120,"starts":{"friday":["9 Uhr"]}}""")]
    [InlineData("""{"lengthMinutes":120,"starts":{"friday":["25:00"]}}""")]
    [InlineData("""{"lengthMinutes":120}""")]
    public void Json_that_is_no_grid_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SlotGrid>(json));
    }

    [Fact]
    public void A_day_without_times_has_no_slots()
    {
        var grid = JsonSerializer.Deserialize<SlotGrid>("""{"lengthMinutes":120,"starts":{"Friday":null,"monday":["09:00"]}}""");

        Assert.Equal(new Dictionary<DayOfWeek, int> { [DayOfWeek.Friday] = 0, [DayOfWeek.Monday] = 1, [DayOfWeek.Sunday] = 0 },
            new[] { DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Sunday }.ToDictionary(day => day, day => grid!.StartsOn(day).Count));
    }

    [Fact]
    public void The_default_grid_has_no_problems()
    {
        Assert.Empty(SlotGrid.Default.Problems());
    }

    [Fact]
    public void Slots_of_one_day_must_not_overlap_each_other()
    {
        var problem = Assert.Single(SlotGrid.Default.With(DayOfWeek.Monday, new TimeOnly(11, 0), new TimeOnly(12, 30)).Problems());

        Assert.Equal("Montag: 11:00 und 12:30 überschneiden sich, ein Termin dauert 120 Minuten.", problem);
    }

    [Fact]
    public void Slots_may_follow_each_other_directly()
    {
        Assert.Empty(SlotGrid.Default.With(DayOfWeek.Monday, new TimeOnly(11, 0), new TimeOnly(13, 0)).Problems());
    }

    [Fact]
    public void A_slot_must_end_by_midnight_and_start_at_a_full_minute()
    {
        Assert.Empty(SlotGrid.Default.With(DayOfWeek.Monday, new TimeOnly(22, 0)).Problems());
        Assert.Contains("nach Mitternacht", Assert.Single(SlotGrid.Default.With(DayOfWeek.Monday, new TimeOnly(22, 30)).Problems()), StringComparison.Ordinal);
        Assert.Contains("vollen Minute", Assert.Single(SlotGrid.Default.With(DayOfWeek.Monday, new TimeOnly(9, 0, 30)).Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-120)]
    [InlineData(4)]
    [InlineData(721)]
    public void A_length_must_make_sense(int minutes)
    {
        Assert.Single((SlotGrid.Default with { Length = TimeSpan.FromMinutes(minutes) }).Problems());
    }
}
