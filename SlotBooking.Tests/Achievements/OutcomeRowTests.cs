using SlotBooking.Core.Bookings;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

public sealed class OutcomeRowTests
{
    private static readonly DateTimeOffset Nine = At(Tuesday, 9);
    private readonly GameStory _story = new();
    private int _minutes;

    [Fact]
    public void Nine_who_came_and_a_no_show_entered_by_mistake_and_put_right_are_ten()
    {
        Came(9);
        var last = Told(BookingStatus.NoShow);
        Assert.Equal(0, Row);

        Tell(last, BookingStatus.Completed);

        Assert.Equal(10, Row);
        Assert.Contains("reliable_10", _story.Badges(Anna));
    }

    [Theory]
    [InlineData(BookingStatus.NoShow)]
    [InlineData(BookingStatus.Ghost)]
    [InlineData(BookingStatus.Open)]
    [InlineData(BookingStatus.Cancelled)]
    public void A_mistake_in_the_middle_takes_what_lies_before_it_until_it_is_put_right(BookingStatus mistake)
    {
        Came(3);
        var middle = Told(BookingStatus.Completed);
        Came(5);

        Tell(middle, mistake);
        Assert.Equal(mistake is BookingStatus.NoShow or BookingStatus.Ghost ? 5 : 8, Row);
        Tell(middle, BookingStatus.Completed);

        Assert.Equal(9, Row);
        Assert.DoesNotContain("reliable_10", _story.Badges(Anna));
    }

    [Fact]
    public void Behind_a_miss_that_stands_nothing_from_before_it_counts_however_often_it_is_told_again()
    {
        var early = Enumerable.Range(0, 6).Select(_ => Told(BookingStatus.Completed)).ToList();
        Told(BookingStatus.Ghost);
        Came(4);

        foreach (var booking in early)
        {
            Tell(booking, BookingStatus.Open);
            Tell(booking, BookingStatus.Completed);
        }

        Assert.Equal(4, Row);
    }

    [Fact]
    public void When_the_last_miss_is_put_right_the_one_before_it_still_ends_the_row()
    {
        Told(BookingStatus.NoShow);
        Came(2);
        var second = Told(BookingStatus.NoShow);
        Came(3);

        Tell(second, BookingStatus.Open);
        Assert.Equal(5, Row);
        Tell(second, BookingStatus.Completed);
        Assert.Equal(6, Row);
        Tell(second, BookingStatus.Ghost);
        Assert.Equal(3, Row);
    }

    [Fact]
    public void What_is_neither_counts_nor_breaks()
    {
        Came(2);
        Told(BookingStatus.Cancelled);
        Told(BookingStatus.Rescheduled);
        Came(1);

        Assert.Equal(3, Row);
    }

    private int Row => _story.Of(Anna).CompletedInARow;

    private void Came(int customers)
    {
        for (var n = 0; n < customers; n++)
        {
            Told(BookingStatus.Completed);
        }
    }

    private Guid Told(BookingStatus status)
    {
        var booking = _story.Book(Anna, Nine.AddMinutes(_minutes++));
        Tell(booking, status);
        return booking;
    }

    private void Tell(Guid booking, BookingStatus status) => _story.Become(booking, status, Nine.AddDays(1).AddMinutes(_minutes++));
}
