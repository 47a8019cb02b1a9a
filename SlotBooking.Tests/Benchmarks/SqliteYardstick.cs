using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>The raw speed of the disk under SQLite: one connection, one row of a booking's size and one commit at a time, WAL, <c>synchronous=FULL</c>.</summary>
internal static class SqliteYardstick
{
    private static readonly string Payload = new('x', 400);

    /// <summary>Inserts a second, measured for the time given in a file of its own in <paramref name="folder"/>.</summary>
    public static double Measure(string folder, TimeSpan time)
    {
        var file = Path.Combine(folder, "yardstick.db");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, payload TEXT NOT NULL);");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (payload) VALUES ($payload)";
        insert.Parameters.AddWithValue("$payload", Payload);
        insert.Prepare();

        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            insert.ExecuteNonQuery();
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
