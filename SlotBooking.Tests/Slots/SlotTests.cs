using System.Globalization;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Slots;

public sealed class SlotTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void A_slot_is_written_and_read_the_same_in_every_culture(string culture)
    {
        var slot = new Slot(new(2026, 6, 2), new(16, 0));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("2026-06-02 16:00", slot.ToString());
            Assert.Equal(slot, Slot.Parse("2026-06-02 16:00"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-06-02")]
    [InlineData("2026-06-02 16:00:00")]
    [InlineData(" 2026-06-02 16:00")]
    [InlineData("2026-02-30 16:00")]
    [InlineData("2026-06-02 24:00")]
    public void Anything_else_is_no_slot(string? text)
    {
        Assert.False(Slot.TryParse(text, out _));
    }

    [Fact]
    public void Parse_names_the_text_it_refuses()
    {
        var error = Assert.Throws<FormatException>(() => Slot.Parse("tomorrow"));

        Assert.Contains("tomorrow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_stand_in_the_order_of_day_and_time()
    {
        Slot[] slots = [new(new(2026, 6, 3), new(9, 0)), new(new(2026, 6, 2), new(20, 0)), new(new(2026, 6, 2), new(11, 0))];

        Assert.Equal([slots[2], slots[1], slots[0]], slots.Order());
        Assert.True(slots[2] < slots[1] && slots[1] <= slots[1] && slots[0] > slots[1] && slots[0] >= slots[0]);
    }
}
