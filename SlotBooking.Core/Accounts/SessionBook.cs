using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Knows which sessions live, and tells open pages when theirs does not any more.</summary>
/// <remarks>
/// One shared look at the database every few seconds serves all pages of the node. A look is trusted for <see cref="Trust"/>;
/// a change that this node hears of is looked up at once. Thread-safe.
/// </remarks>
public sealed class SessionBook(Database database, IOptions<SessionLimits> options, TimeProvider time)
{
    /// <summary>How long a look at the database is believed.</summary>
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();
    private readonly ConcurrentDictionary<Watch, byte> _watches = new();

    /// <summary>How many open pages are watched over.</summary>
    public int Watches => _watches.Count;

    /// <summary>Whether the session lives; asking is a sign of life.</summary>
    public async Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(sessionId, out var known) || now - known.ReadAt > Trust)
        {
            await using var db = await database.ReadAsync(cancellationToken);
            var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
            if (session is null)
            {
                Drop(sessionId);
                return false;
            }

            known = new Known(session.StartedAt, session.LastSeenAt, now);
            _known[sessionId] = known;
        }

        if (!Allows(sessionId, known, now))
        {
            Drop(sessionId);
            return false;
        }

        _seen[sessionId] = now;
        return true;
    }

    /// <summary>A sign of life from an open page.</summary>
    public void Seen(Guid sessionId) => _seen[sessionId] = time.GetUtcNow();

    /// <summary>Calls back once when the session has ended, until the answer is disposed.</summary>
    public IDisposable WatchOver(Guid sessionId, Action ended)
    {
        var watch = new Watch(this, sessionId, ended);
        _watches[watch] = 0;
        return watch;
    }

    /// <summary>Ends one session: its person signed out.</summary>
    public async Task EndAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(db => db.Sessions.Where(s => s.Id == sessionId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        Drop(sessionId);
        foreach (var watch in _watches.Keys.Where(watch => watch.SessionId == sessionId))
        {
            watch.End();
        }
    }

    /// <summary>Believes nothing any more: something about accounts has changed.</summary>
    public void Doubt() => _known.Clear();

    /// <summary>Looks at the database once for all watched pages, ends those that have to, and writes down signs of life.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<Session> rows;
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            rows = await db.Sessions.AsNoTracking().ToListAsync(cancellationToken);
        }

        var live = rows.ToDictionary(row => row.Id, row => new Known(row.StartedAt, row.LastSeenAt, now));
        foreach (var (id, known) in live.Where(entry => _known.ContainsKey(entry.Key)))
        {
            _known[id] = known;
        }

        foreach (var watch in _watches.Keys)
        {
            if (!live.TryGetValue(watch.SessionId, out var known) || !Allows(watch.SessionId, known, now))
            {
                Drop(watch.SessionId);
                watch.End();
            }
        }

        foreach (var gone in _seen.Keys.Where(id => !live.ContainsKey(id)))
        {
            Drop(gone);
        }

        await WriteSignsOfLifeAsync(rows, cancellationToken);
    }

    private async Task WriteSignsOfLifeAsync(List<Session> rows, CancellationToken cancellationToken)
    {
        var late = TimeSpan.FromMinutes(options.Value.IdleMinutes / 10.0);
        var due = rows.Where(row => _seen.TryGetValue(row.Id, out var seen) && seen - row.LastSeenAt > late).ToList();
        if (due.Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            async db =>
            {
                foreach (var row in due)
                {
                    var seen = _seen[row.Id];
                    await db.Sessions.Where(s => s.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, seen), cancellationToken);
                }
            },
            cancellationToken);
    }

    private bool Allows(Guid sessionId, Known known, DateTimeOffset now)
    {
        var seen = _seen.TryGetValue(sessionId, out var here) && here > known.LastSeenAt ? here : known.LastSeenAt;
        return options.Value.Allows(known.StartedAt, seen, now);
    }

    private void Drop(Guid sessionId)
    {
        _known.TryRemove(sessionId, out _);
        _seen.TryRemove(sessionId, out _);
    }

    private sealed record Known(DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset ReadAt);

    private sealed class Watch(SessionBook book, Guid sessionId, Action ended) : IDisposable
    {
        public Guid SessionId => sessionId;

        public void End()
        {
            if (book._watches.TryRemove(this, out _))
            {
                ended();
            }
        }

        public void Dispose() => book._watches.TryRemove(this, out _);
    }
}
