using System.Collections.Concurrent;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>The calendars of which a push said that they changed, until they are read. Many pushes of one calendar are one entry. Thread-safe.</summary>
public sealed class PushedCalendars
{
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    /// <summary>Raised when a calendar was added that was not waiting yet; listeners set a flag and return.</summary>
    public event EventHandler? Rung;

    /// <summary>Whether any calendar waits.</summary>
    public bool IsWaiting => !_keys.IsEmpty;

    /// <summary>Notes the calendar with this key.</summary>
    public void Add(string calendarKey)
    {
        if (_keys.TryAdd(calendarKey, 0))
        {
            Rung?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Hands over what waits: a push from now on is noted anew.</summary>
    public IReadOnlyCollection<string> Take()
    {
        var taken = _keys.Keys.ToArray();
        foreach (var key in taken)
        {
            _keys.TryRemove(key, out _);
        }

        return taken;
    }
}
