namespace SlotBooking.Core.Events;

/// <summary>Wakes one loop. However often it rings before the loop wakes, it is heard once; a ring while the loop works is heard next. Thread-safe.</summary>
/// <remarks>Ringing neither waits nor throws, for it is done on the thread of whoever just wrote something.</remarks>
public sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);
    private int _isRung;

    /// <summary>Wakes the loop; note first what it is to find.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref _isRung, 1) != 0)
        {
            return;
        }

        try
        {
            _rung.Release();
        }
        catch (ObjectDisposedException)
        {
            // The program stops, and the loop with it.
        }
    }

    /// <summary>Waits for a ring, but not for ever; true when it rang.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await _rung.WaitAsync(atMost, cancellationToken))
        {
            return false;
        }

        Interlocked.Exchange(ref _isRung, 0); // before the loop looks: what is noted from now on rings again
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _rung.Dispose();
}
