using System.Globalization;
using Microsoft.Data.Sqlite;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Browser;

/// <summary>Holds the data of a demo office that has been started once and has read its whole history.</summary>
/// <remarks>Built once per run and day, and copied for every server.</remarks>
internal sealed class DemoData
{
    private const string DatabaseFile = "slotbooking.db";
    private const int Readers = 4;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<DateOnly, Task<TempFolder>> Built = [];

    /// <summary>Copies the data into a server's empty folder.</summary>
    public static async Task CopyToAsync(string folder)
    {
        Task<TempFolder> build;
        lock (Gate)
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Builders.Berlin.Zone).DateTime);
            if (!Built.TryGetValue(today, out build!))
            {
                Built[today] = build = Task.Run(BuildAsync);
            }
        }

        Copy((await build).Path, folder);
    }

    private static async Task<TempFolder> BuildAsync()
    {
        await using var server = await WebServer.StartAsync(isFresh: true);
        await Eventually.HoldsAsync(() => HasReadAllAsync(server.PersistFolder), "the demo office has read its history", Deadline.OfSeconds(180));
        var (exitCode, output) = await server.RunVerbAsync("jobs", "run", "achievements");
        Assert.True(exitCode == 0, output);
        await server.StopAsync();

        await SettleAsync(server.PersistFolder);
        var folder = TempFolder.UntilTheRunEnds();
        Copy(server.PersistFolder, folder.Path);
        return folder;
    }

    /// <summary>Looks whether every reader of the log knows every appointment and what became of it.</summary>
    private static async Task<bool> HasReadAllAsync(string folder)
    {
        await using var connection = await OpenAsync(folder);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT count(*) FROM cursors
            WHERE Sequence >= (SELECT max(Sequence) FROM events WHERE Kind LIKE 'booking.%' OR Kind LIKE 'outcome.%')
            """;
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) >= Readers;
    }

    /// <summary>Leaves nobody anything to pop up from the past, and the whole database in its one file.</summary>
    private static async Task SettleAsync(string folder)
    {
        await using var connection = await OpenAsync(folder);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE game_news SET SeenAt = At WHERE SeenAt IS NULL; PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<SqliteConnection> OpenAsync(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseFile)};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
