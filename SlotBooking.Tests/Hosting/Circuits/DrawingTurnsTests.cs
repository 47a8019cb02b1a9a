using SlotBooking.Tests.Processes;
using SlotBooking.Web.Hosting.Circuits;

namespace SlotBooking.Tests.Hosting.Circuits;

/// <summary>How open pages take turns.</summary>
public sealed class DrawingTurnsTests
{
    private readonly DrawingTurns _turns = new(TimeProvider.System);

    [Fact]
    public async Task Only_one_page_draws_at_a_time()
    {
        var (drawing, most, drawn) = (0, 0, 0);
        for (var page = 0; page < 50; page++)
        {
            _turns.Ask(async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref drawing));
                await Task.Yield();
                Interlocked.Decrement(ref drawing);
                Interlocked.Increment(ref drawn);
            });
        }

        await Eventually.HoldsAsync(() => Volatile.Read(ref drawn) == 50, "all have drawn");
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_page_that_hangs_holds_nobody_up()
    {
        var (drawn, never) = (0, new TaskCompletionSource());
        _turns.Ask(() => never.Task);
        _turns.Ask(() =>
        {
            Interlocked.Increment(ref drawn);
            return Task.CompletedTask;
        });

        await Eventually.HoldsAsync(() => Volatile.Read(ref drawn) == 1, "the next one has drawn");
    }

    [Fact]
    public async Task A_page_that_asks_while_it_draws_is_drawn_again()
    {
        var drawn = 0;
        Task DrawAsync()
        {
            if (Interlocked.Increment(ref drawn) == 1)
            {
                _turns.Ask(DrawAsync);
            }

            return Task.CompletedTask;
        }

        _turns.Ask(DrawAsync);

        await Eventually.HoldsAsync(() => Volatile.Read(ref drawn) == 2, "it has drawn twice");
    }
}
