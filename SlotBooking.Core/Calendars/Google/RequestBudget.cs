using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>
/// Lets no minute hold more than four fifths of the requests that Google grants the account, whichever minute one looks at:
/// of all workers and of all processes on one database. Thread-safe.
/// </summary>
/// <remarks>
/// A process takes a lease of some requests at a time and sends them within seconds. A lease counts in full until a minute after its last
/// possible use: so the leases that count when one is given hold every request of the minute before. While the database is away, nothing is sent.
/// </remarks>
public sealed class RequestBudget(Database database, GoogleSettings settings, TimeProvider time) : IDisposable
{
    private const int LeastPermits = 8;
    private const int MostPermits = 40;
    private const int FewestLeases = 6;
    private const double Share = 0.8;
    private const string Turn = "request-budget";
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OffByFar = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _asking = new(1, 1);
    private int _left;
    private int _size;
    private DateTimeOffset _usableUntil;

    /// <summary>How many requests any minute may hold.</summary>
    public int PerMinute { get; } = Math.Max(1, (int)(settings.RequestsPerMinute * Share));

    /// <summary>Returns when the next request may be sent; it is counted then.</summary>
    /// <exception cref="CalendarException">The database is away: nobody knows how many were sent.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (!TryTake())
        {
            await _asking.WaitAsync(cancellationToken);
            try
            {
                if (await TryTakeAsync(cancellationToken) is not { } freeAt)
                {
                    return;
                }

                while (time.GetUtcNow() < freeAt)
                {
                    var pause = freeAt - time.GetUtcNow();
                    await Task.Delay(pause < Glance ? pause : Glance, time, cancellationToken);
                }
            }
            finally
            {
                _asking.Release();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _asking.Dispose();

    /// <summary>Null when a request may be sent, which is counted then; otherwise when to ask again.</summary>
    internal async Task<DateTimeOffset?> TryTakeAsync(CancellationToken cancellationToken)
    {
        if (TryTake())
        {
            return null;
        }

        try
        {
            var freeAt = await LeaseAsync(cancellationToken);
            return TryTake() ? null : freeAt;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            throw new CalendarException(
                CalendarTrouble.Passing, "Wie viele Anfragen Google noch erlaubt, ist nicht zu erfahren: Die Datenbank antwortet nicht.", exception);
        }
    }

    private bool TryTake()
    {
        lock (_lock)
        {
            if (_left == 0 || time.GetUtcNow() > _usableUntil)
            {
                return false;
            }

            _left--;
            return true;
        }
    }

    /// <summary>Takes the next lease; answers when there will be room if there is none.</summary>
    private async Task<DateTimeOffset> LeaseAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted();
        var (permits, from, freeAt) = await database.WriteAsync(
            async db =>
            {
                await db.TakeTurnAsync(Turn, cancellationToken);
                var now = time.GetUtcNow();
                var (over, wrong) = (now - Minute, now + OffByFar);
                // What lies far ahead was given by a clock that has been put right since.
                await db.RequestLeases.Where(l => l.UsableUntil <= over || l.UsableUntil > wrong).ExecuteDeleteAsync(cancellationToken);
                var standing = await db.RequestLeases.AsNoTracking().OrderBy(l => l.UsableUntil).ToListAsync(cancellationToken);
                var permits = Math.Min(wanted, PerMinute - standing.Sum(l => l.Permits));
                if (permits > 0)
                {
                    db.RequestLeases.Add(new RequestLease { Permits = permits, UsableUntil = now + Usable });
                }

                return (permits, now, standing.Count == 0 ? now : standing[0].UsableUntil + Minute);
            },
            cancellationToken);
        lock (_lock)
        {
            (_left, _usableUntil) = (Math.Max(permits, 0), from + Usable);
            _size = permits > 0 ? permits : _size;
        }

        return freeAt;
    }

    /// <summary>More after a lease that was used up, fewer after one that was not: idle processes leave the budget to busy ones.</summary>
    private int Wanted()
    {
        var most = Math.Clamp(PerMinute / FewestLeases, 1, MostPermits);
        lock (_lock)
        {
            return Math.Clamp(_left == 0 ? _size * 2 : _size / 2, Math.Min(LeastPermits, most), most);
        }
    }
}
