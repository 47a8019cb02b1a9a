using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SlotBooking.Core.Persistence;

/// <summary>Opens contexts for reading and runs writes, each in one transaction whose new log rows go to the commit observers.</summary>
/// <remarks>
/// SQLite: writers of this process queue at one fair gate and begin immediately, so nobody meets a locked database; processes take turns.
/// PostgreSQL: writers run side by side and lock rows; a deadlock or a serialisation failure runs the work anew.
/// Thread-safe.
/// </remarks>
public sealed class Database(IDbContextFactory<SlotBookingDb> contexts, DatabaseTarget target, IEnumerable<ICommitObserver> observers) : IDisposable
{
    private const int Tries = 4;
    private readonly ICommitObserver[] _observers = [.. observers];
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SqliteTurn? _turn = target.File is { } file ? new SqliteTurn(file) : null;

    /// <summary>True on SQLite.</summary>
    public bool IsSqlite => target.IsSqlite;

    /// <summary>A context for reading; the caller disposes it.</summary>
    public Task<SlotBookingDb> ReadAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>Runs the work in one transaction, saves and commits. The work may run more than once: it must read anew each time.</summary>
    /// <exception cref="DbUpdateException">The database refused; nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<SlotBookingDb, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellationToken);
            }
            catch (Exception exception) when (attempt < Tries && IsPassing(exception))
            {
                // Deadlock or serialisation failure: the transaction was rolled back whole.
            }
        }
    }

    /// <summary>Runs work that answers nothing; see <see cref="WriteAsync{T}"/>.</summary>
    public Task WriteAsync(Func<SlotBookingDb, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<T> WriteOnceAsync<T>(Func<SlotBookingDb, Task<T>> work, CancellationToken cancellationToken)
    {
        if (IsSqlite)
        {
            await _gate.WaitAsync(cancellationToken);
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await BeginAsync(db, cancellationToken);
            var answer = await work(db);
            var logged = await SaveAsync(db, cancellationToken);
            await CommitAsync(transaction, cancellationToken);
            if (logged.Count > 0)
            {
                Array.ForEach(_observers, observer => observer.OnCommitted(logged));
            }

            return answer;
        }
        finally
        {
            if (IsSqlite)
            {
                _gate.Release();
            }
        }
    }

    private async Task<IDbContextTransaction> BeginAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        using var turn = _turn is null ? null : await _turn.TakeAsync(cancellationToken);
        return await db.Database.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Writes what changed and returns the rows of logs among it.</summary>
    private async Task<IReadOnlyList<ISequencedRow>> SaveAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var logged = IsSqlite ? SqliteInserts.Write(db) : await PostgresInserts.WriteAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return [.. logged, .. db.ChangeTracker.Entries<ISequencedRow>().Select(entry => entry.Entity)];
    }

    /// <summary>A commit is not cancelled half way: whoever asked would not know whether it happened.</summary>
    private static Task CommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return transaction.CommitAsync(CancellationToken.None);
    }

    private static bool IsPassing(Exception exception) => (exception as DbException ?? exception.InnerException as DbException) switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == 517, // a snapshot that cannot be upgraded
        _ => false,
    };
}
