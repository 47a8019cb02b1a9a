using SlotBooking.Core.Calendars;

namespace SlotBooking.Tests.Calendars;

public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_bound_doubles_up_to_64_seconds() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 64, 64], Enumerable.Range(1, 9).Select(failures => (int)Backoff.After(First, failures, chance: 1).TotalSeconds));

    [Fact]
    public void The_pause_is_anything_below_the_bound()
    {
        Assert.Equal(TimeSpan.Zero, Backoff.After(First, 5, chance: 0));
        Assert.Equal(TimeSpan.FromSeconds(8), Backoff.After(First, 5, chance: 0.5));
    }

    [Fact]
    public void It_is_never_shorter_than_what_was_asked_for() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Backoff.After(First, 1, chance: 1, TimeSpan.FromSeconds(90)));
}
