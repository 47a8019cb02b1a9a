using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Tells this node's feed what other processes and nodes have written.</summary>
/// <remarks>
/// SQLite: asks <c>PRAGMA data_version</c> twice a second and reads the log only when it moved.
/// PostgreSQL: waits for a wake-up, which is only a hint, and looks at the log at every connect and every few seconds anyway.
/// A database that does not answer is tried again; nothing is lost, because the log is read from the cursor.
/// </remarks>
public sealed partial class LogWatcher(Database database, DatabaseTarget target, LiveFeed feed, TimeProvider time, ILogger<LogWatcher> logger)
    : BackgroundService
{
    /// <summary>The channel of PostgreSQL's wake-ups.</summary>
    public const string Channel = "slotbooking_events";

    private const int PageSize = 500;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);
    private ReaderCursor? _cursor;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (target.IsSqlite ? WatchSqliteAsync(stoppingToken) : WatchPostgresAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                await Task.Delay(LongWait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WatchSqliteAsync(CancellationToken stoppingToken)
    {
        await using var db = await database.ReadAsync(stoppingToken);
        await db.Database.OpenConnectionAsync(stoppingToken); // data_version only means something on one and the same connection
        var seen = -1L;
        while (true)
        {
            var version = await db.Database.SqlQuery<long>($"SELECT data_version AS \"Value\" FROM pragma_data_version").SingleAsync(stoppingToken);
            if (version != seen)
            {
                seen = version;
                await CatchUpAsync(db, stoppingToken);
            }

            await Task.Delay(Glance, time, stoppingToken);
        }
    }

    private async Task WatchPostgresAsync(CancellationToken stoppingToken)
    {
        await using var db = await database.ReadAsync(stoppingToken);
        var connectionString = new NpgsqlConnectionStringBuilder(target.ConnectionString) { KeepAlive = 15, Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        while (true)
        {
            await CatchUpAsync(db, stoppingToken);
            await connection.WaitAsync(LongWait, stoppingToken);
        }
    }

    private async Task CatchUpAsync(SlotBookingDb db, CancellationToken stoppingToken)
    {
        if (_cursor is null)
        {
            _cursor = await EventLog.EndAsync(db, "live", stoppingToken);
            return;
        }

        while (await EventLog.ReadAfterAsync(db, _cursor, PageSize, stoppingToken) is { Count: > 0 } page)
        {
            feed.PublishFromLog(page);
            _cursor.MoveTo(page[^1]);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Watching the event log was interrupted; it goes on from where it stood")]
    private partial void LogInterrupted(Exception exception);
}
