using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

public sealed class SeatBarTests
{
    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(1, 4, 8)]
    [InlineData(4, 4, 38)]
    [InlineData(5, 4, 53)]
    [InlineData(12, 4, 128)]
    [InlineData(20, 4, 218)]
    [InlineData(6, 3, 63)]
    public void Seats_stand_in_groups_as_many_as_one_consultant_takes(int seats, int group, int pixels) =>
        Assert.Equal(pixels, SeatBar.Width(seats, group));

    [Fact]
    public void More_taken_than_there_are_fills_the_bar_and_no_more() =>
        Assert.Equal(
            ("--cap-w:128px", "--taken-w:128px"),
            (SeatBar.Around(capacity: 12, group: 4), SeatBar.Taken(capacity: 12, taken: 15, group: 4)));

    [Theory]
    [InlineData(33, 4, true)]
    [InlineData(32, 4, false)]
    [InlineData(14, 7, true)]
    [InlineData(0, 0, true)]
    public void What_cannot_be_told_apart_is_a_plain_bar(int capacity, int group, bool plain) =>
        Assert.Equal(plain, SeatBar.IsPlain(capacity, group));

    [Fact]
    public void A_plain_bar_without_any_capacity_is_empty() =>
        Assert.Equal("--taken-w:0%", SeatBar.Taken(capacity: 0, taken: 3, group: 0));
}
