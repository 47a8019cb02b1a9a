namespace SlotBooking.Core.Calendar.Google;

/// <summary>Lets no minute hold more requests than agreed, whichever minute one looks at. Shared by all workers; thread-safe.</summary>
internal sealed class RequestBudget(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _sent = new();

    /// <summary>Returns when the next request may be sent; it is counted then.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (Pause() is { } pause)
        {
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private TimeSpan? Pause()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_sent.TryPeek(out var oldest) && oldest <= now - Minute)
            {
                _sent.Dequeue();
            }

            if (_sent.Count < perMinute)
            {
                _sent.Enqueue(now);
                return null;
            }

            return _sent.Peek() + Minute - now;
        }
    }
}
