using SlotBooking.Core.Events;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Events;

public sealed class BellTests
{
    [Fact]
    public async Task Many_rings_wake_once_and_a_ring_afterwards_wakes_again()
    {
        using var bell = new Bell();
        bell.Ring();
        bell.Ring();

        Assert.True(await bell.WaitAsync(Deadline.Default, CancellationToken.None));
        Assert.False(await bell.WaitAsync(TimeSpan.Zero, CancellationToken.None));
        bell.Ring();
        Assert.True(await bell.WaitAsync(Deadline.Default, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_that_was_noted_before_a_ring_is_left_lying()
    {
        using var bell = new Bell();
        var (noted, seen) = (0, 0);
        var loop = Task.Run(async () =>
        {
            while (seen < 20_000)
            {
                Assert.True(await bell.WaitAsync(Deadline.Default, CancellationToken.None), $"nobody rang for {noted}, seen {seen}");
                seen = Volatile.Read(ref noted);
            }
        });

        Parallel.For(0, 20_000, _ =>
        {
            Interlocked.Increment(ref noted);
            bell.Ring();
        });

        await loop;
    }

    [Fact]
    public void A_ring_after_the_end_harms_nobody()
    {
        var bell = new Bell();
        bell.Dispose();

        bell.Ring();
    }
}
