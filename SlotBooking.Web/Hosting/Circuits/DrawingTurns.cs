namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Lets the open pages of this node draw a change one after another, a moment after the first has asked.</summary>
/// <remarks>
/// Hundreds of pages that draw at once stand in the thread pool before the next booking; here at most one of them does.
/// A page that takes long does not hold the others up. Asking neither waits nor throws. Thread-safe.
/// </remarks>
public sealed class DrawingTurns(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private readonly Lock _lock = new();
    private List<Func<Task>> _waiting = [];
    private bool _isRunning;

    /// <summary>Draws in the next round. Pages ask once and again when they have begun to draw.</summary>
    /// <param name="draw">Moves to the page's own renderer, draws, and keeps its failures to itself.</param>
    public void Ask(Func<Task> draw)
    {
        lock (_lock)
        {
            _waiting.Add(draw);
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            await Task.Delay(Moment, time);
            List<Func<Task>> round;
            lock (_lock)
            {
                (round, _waiting) = (_waiting, []);
                if (round.Count == 0)
                {
                    _isRunning = false;
                    return;
                }
            }

            foreach (var draw in round)
            {
                await Task.Yield(); // whatever else the server has to do comes between
                var drawn = draw();
                if (!drawn.IsCompleted)
                {
                    await Task.WhenAny(drawn, Task.Delay(Patience, time));
                }
            }
        }
    }
}
