using System.Diagnostics;
using Npgsql;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>The raw speed of PostgreSQL: a row of a booking's size and its event row in one transaction, 32 connections at once, prepared.</summary>
internal static class PostgresYardstick
{
    private static readonly string Payload = new('x', 400);

    /// <summary>Transactions a second, measured for the time given in tables of its own.</summary>
    public static async Task<double> MeasureAsync(string connectionString, int connections, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = connections + 1 });
        await using (var create = source.CreateCommand(
            """
            CREATE TABLE IF NOT EXISTS yardstick_rows (id uuid PRIMARY KEY, payload text NOT NULL);
            CREATE TABLE IF NOT EXISTS yardstick_events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, row_id uuid NOT NULL, kind text NOT NULL);
            """))
        {
            await create.ExecuteNonQueryAsync();
        }

        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => InsertAsync(source, watch, time))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> InsertAsync(NpgsqlDataSource source, Stopwatch watch, TimeSpan time)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var row = new NpgsqlCommand("INSERT INTO yardstick_rows (id, payload) VALUES ($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = Guid.Empty }, new NpgsqlParameter<string> { TypedValue = Payload } },
        };
        await using var told = new NpgsqlCommand("INSERT INTO yardstick_events (row_id, kind) VALUES ($1, 'booking.booked')", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = Guid.Empty } },
        };
        await row.PrepareAsync();
        await told.PrepareAsync();

        var count = 0;
        while (watch.Elapsed < time)
        {
            var id = Guid.CreateVersion7();
            await using var transaction = await connection.BeginTransactionAsync();
            ((NpgsqlParameter<Guid>)row.Parameters[0]).TypedValue = id;
            ((NpgsqlParameter<Guid>)told.Parameters[0]).TypedValue = id;
            await row.ExecuteNonQueryAsync();
            await told.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            count++;
        }

        return count;
    }
}
