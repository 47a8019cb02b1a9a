using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using static SlotBooking.Tests.Achievements.GameStory;

namespace SlotBooking.Tests.Achievements;

/// <summary>Who is MVP when a day was close: what the sums of real bookings say, not sums that were made up.</summary>
public sealed class MvpStoryTests
{
    private readonly GameStory _story = new();

    [Fact]
    public void Of_two_with_the_same_points_whose_customer_showed_up_wins()
    {
        _story.Book(Anna, At(Tuesday, 9));
        var came = _story.Book(Ben, At(Tuesday, 10));
        _story.Book(Ben, At(Tuesday, 11));
        _story.Book(Ben, At(Tuesday, 12));
        _story.Become(came, BookingStatus.Completed, At(Tuesday, 20));

        Assert.Equal((7, 7), (_story.InMvpDay(Anna, Tuesday), _story.InMvpDay(Ben, Tuesday)));
        Assert.Equal(Ben, Winner());
    }

    [Fact]
    public void A_customer_who_did_not_show_up_after_all_decides_nothing()
    {
        _story.Correct(Anna, 7, At(Tuesday, 9));
        var came = _story.Book(Ben, At(Tuesday, 10));
        _story.Become(came, BookingStatus.Completed, At(Tuesday, 18));
        _story.Become(came, BookingStatus.NoShow, At(Tuesday, 19));

        Assert.Equal((7, 7), (_story.InMvpDay(Anna, Tuesday), _story.InMvpDay(Ben, Tuesday)));
        Assert.Equal(Anna, Winner());
    }

    [Fact]
    public void Of_two_alike_who_had_the_points_first_wins()
    {
        _story.Correct(Anna, 3, At(Tuesday, 9));
        _story.Correct(Ben, 5, At(Tuesday, 10));
        _story.Correct(Anna, 2, At(Tuesday, 11));

        Assert.Equal(Ben, Winner());
    }

    [Fact]
    public void What_an_admin_takes_away_counts()
    {
        _story.Correct(Anna, 10, At(Tuesday, 9));
        _story.Correct(Ben, 5, At(Tuesday, 10));
        _story.Correct(Anna, -8, At(Tuesday, 11));

        Assert.Equal(Ben, Winner());
        Assert.Equal(5, Assert.Single(_story.Rows.Periods).Points);
    }

    [Fact]
    public void Nobody_wins_a_day_that_brought_nobody_a_point()
    {
        _story.Correct(Anna, -3, At(Tuesday, 9));
        _story.Cancel(_story.Book(Ben, At(Tuesday, 10)), At(Tuesday, 10, 5), Ben);

        Assert.Null(Winner());
        Assert.DoesNotContain(_story.Badges(Anna).Concat(_story.Badges(Ben)), b => b.StartsWith("mvp", StringComparison.Ordinal));
    }

    private Guid? Winner()
    {
        _story.Close(new Period(PeriodKind.Day, Tuesday), At(Tuesday, 22));
        _story.AssertAddsUp();
        return Assert.Single(_story.Rows.Periods).Winner;
    }
}
