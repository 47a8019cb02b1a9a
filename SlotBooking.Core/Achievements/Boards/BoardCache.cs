using System.Collections.Concurrent;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Keeps what boards are made of until something changes it: read once for all open pages of a node, however many look.</summary>
/// <remarks>What nothing told of, a name that was changed in the database, is noticed after half a minute. Thread-safe.</remarks>
public sealed class BoardCache : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;
    private ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Begins to listen to the feed.</summary>
    public BoardCache(LiveFeed feed, TimeProvider time)
    {
        _time = time;
        _subscription = feed.Subscribe(OnEvents);
    }

    /// <summary>What is kept by that name; read when there is nothing, or nothing that still holds.</summary>
    /// <param name="name">Names it, with everything that its content depends on besides the database.</param>
    /// <param name="read">Reads it; what it answers is shared and must not be changed.</param>
    /// <param name="cancellationToken">Ends the waiting, not the reading, for which others may wait too.</param>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var all = Volatile.Read(ref _kept); // what is read from here on never gets among what is read behind the next change
        var now = _time.GetUtcNow();
        var mine = new Kept(now, new Lazy<Task<object>>(() => Task.Run(async () => (object)await read()))); // in nobody's circuit
        var kept = all.AddOrUpdate(name, mine, (_, known) => known.Holds(now) ? known : mine);
        return (T)await kept.Content.Value.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(told => GameEvents.Concerns(told) || told.Kind is EventKinds.AccountChanged or EventKinds.SettingChanged))
        {
            Volatile.Write(ref _kept, new ConcurrentDictionary<string, Kept>(StringComparer.Ordinal));
        }
    }

    private sealed record Kept(DateTimeOffset Since, Lazy<Task<object>> Content)
    {
        /// <summary>Not too old, also when a clock was put back, and not failed.</summary>
        public bool Holds(DateTimeOffset now) =>
            (now - Since).Duration() <= Longest && Content is not { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }
}
