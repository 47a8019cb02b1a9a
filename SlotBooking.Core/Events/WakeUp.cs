using Microsoft.Extensions.Logging;
using Npgsql;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Wakes the other nodes on PostgreSQL after a commit, at most twenty times a second. On SQLite it does nothing.</summary>
/// <remarks>It is no part of the booking's transaction: a NOTIFY inside would make all commits wait for one another.</remarks>
public sealed partial class WakeUp(DatabaseTarget target, TimeProvider time, ILogger<WakeUp> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private bool _wanted;
    private Task _sending = Task.CompletedTask;

    /// <summary>Something was committed. Returns at once.</summary>
    public void Signal()
    {
        if (target.IsSqlite)
        {
            return;
        }

        lock (_lock)
        {
            _wanted = true;
            if (_sending.IsCompleted)
            {
                _sending = Task.Run(SendAsync);
            }
        }
    }

    /// <summary>Sends what is still wanted; a console verb ends with this.</summary>
    public async ValueTask DisposeAsync() => await _sending;

    private async Task SendAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                if (!_wanted)
                {
                    _sending = Task.CompletedTask;
                    return;
                }

                _wanted = false;
            }

            try
            {
                await using var connection = new NpgsqlConnection(target.ConnectionString);
                await connection.OpenAsync();
                await using var notify = new NpgsqlCommand($"NOTIFY {LogWatcher.Channel}", connection);
                await notify.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException exception)
            {
                LogNotSent(exception);
            }

            await Task.Delay(Pause, time);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Other nodes were not woken; they look at the log by themselves within seconds")]
    private partial void LogNotSent(Exception exception);
}
