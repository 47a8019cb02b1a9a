namespace SlotBooking.Core.Accounts;

/// <summary>Counts failures by the name that was typed, whether or not there is such an account, so that the answer „locked“ tells nothing about it.</summary>
/// <remarks>
/// In memory and per node: what the visitor is told depends on nothing else. The lock that counts is in the database.
/// Bounded; when full, the name that failed longest ago is forgotten. Thread-safe.
/// </remarks>
public sealed class FailedTries(int failures, TimeSpan lockTime)
{
    private const int Capacity = 10_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> _tries = new(StringComparer.Ordinal);

    /// <summary>Whether the name is told to wait.</summary>
    public bool IsLocked(string name, DateTimeOffset now)
    {
        lock (_lock)
        {
            return _tries.TryGetValue(name, out var tries) && tries.Count >= failures && now < tries.Last + lockTime;
        }
    }

    /// <summary>Counts a failure; a lock that has run out starts anew.</summary>
    public void Failed(string name, DateTimeOffset now)
    {
        lock (_lock)
        {
            var before = _tries.TryGetValue(name, out var tries) && (tries.Count < failures || now < tries.Last + lockTime) ? tries.Count : 0;
            _tries[name] = (before + 1, now);
            if (_tries.Count > Capacity)
            {
                _tries.Remove(_tries.MinBy(entry => entry.Value.Last).Key);
            }
        }
    }

    /// <summary>Forgets all names: somebody may have been let in again.</summary>
    public void ForgetAll()
    {
        lock (_lock)
        {
            _tries.Clear();
        }
    }

    /// <summary>Forgets the name after it has signed in.</summary>
    public void Forget(string name)
    {
        lock (_lock)
        {
            _tries.Remove(name);
        }
    }
}
