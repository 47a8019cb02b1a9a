using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Persistence;

/// <summary>A real PostgreSQL for this test run: a cluster of its own in a temporary folder, started when first asked for.</summary>
/// <remarks>
/// It ends and its folder goes when the test process does, even if that is killed. The fast one does not wait for the disk;
/// the settings of the durable one, for tests that kill, are PostgreSQL's own but for the number of connections. Thread-safe.
/// </remarks>
public sealed class PostgresServer
{
    private const string FolderPrefix = "slotbooking-pg-";
    private const string Superuser = "slotbooking";
    private const int Attempts = 3;

    private static readonly string[] FastSettings = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
    private static readonly Lazy<Task<PostgresServer>> Fast = new(() => StartAsync(FastSettings));
    private static readonly Lazy<Task<PostgresServer>> Durable = new(() => StartAsync([]));

    private readonly ChildProcess _process;
    private readonly string _server;
    private int _databases;

    private PostgresServer(ChildProcess process, string folder, int port)
    {
        _process = process;
        Folder = folder;
        _server = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={Superuser};Maximum Pool Size=40");
    }

    /// <summary>Where the cluster and its socket live.</summary>
    public string Folder { get; }

    public int Pid => _process.Pid;

    /// <summary>Returns this run's fast server.</summary>
    public static Task<PostgresServer> GetAsync() => Fast.Value;

    /// <summary>Returns this run's durable server.</summary>
    public static Task<PostgresServer> GetDurableAsync() => Durable.Value;

    /// <summary>Makes a fresh database and returns its connection string. It goes with the server.</summary>
    /// <param name="template">The database it is a copy of; nobody may be connected to that one. Empty if not given.</param>
    public async Task<string> CreateDatabaseAsync(string template = "template1")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(_server, $"CREATE DATABASE {name} TEMPLATE {template}");
        return $"{_server};Database={name}";
    }

    /// <summary>Frees the connections that a test kept open to its database, and the database itself.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(connectionString, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<PostgresServer> StartAsync(string[] settings)
    {
        TestRun.Require(Needs.PostgreSql);
        var program = PostgresProgram.Find();
        RemoveLeftovers();
        for (var attempt = 1; ; attempt++)
        {
            var server = await TryStartAsync(program, settings, last: attempt == Attempts);
            if (server is not null)
            {
                return server;
            }
        }
    }

    private static async Task<PostgresServer?> TryStartAsync(PostgresProgram program, string[] settings, bool last)
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}"));
        Directory.CreateDirectory(folder);
        await PostgresProgram.HandOverAsync(folder);

        var data = Path.Combine(folder, "data");
        await program.RunAsync("initdb", ["-D", data, "-U", Superuser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], folder);

        var port = FreePort.Next();
        var address = string.Create(CultureInfo.InvariantCulture, $"port={port}");
        var process = await ChildProcess.StartAsync(
            program.Command(
                "postgres", ["-D", data, "-k", folder, "-h", "127.0.0.1", "-c", address, "-c", "max_connections=200", .. settings]),
            workingFolder: folder,
            signal: "QUIT",
            folder: folder);
        try
        {
            await process.WaitForLineAsync("ready to accept connections");
            return new PostgresServer(process, folder, port);
        }
        catch (InvalidOperationException) when (!last)
        {
            // Somebody took the port in between: the next attempt has another one.
            await process.DisposeAsync();
            return null;
        }
    }

    /// <summary>Clears folders whose test run no longer lives, in case the shell that should have done so was killed too.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(folder)[FolderPrefix.Length..].Split('-')[0];
            if (Directory.Exists($"/proc/{owner}"))
            {
                continue;
            }

            try
            {
                EndPostmasterOf(folder);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another run is clearing it at this moment: not ours to worry about.
            }
        }
    }

    private static void EndPostmasterOf(string folder)
    {
        var file = Path.Combine(folder, "data", "postmaster.pid");
        if (!File.Exists(file))
        {
            return;
        }

        var pid = File.ReadLines(file).First();
        if (File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Contains(folder, StringComparison.Ordinal))
        {
            using var kill = Process.Start("kill", ["-QUIT", pid]);
            kill.WaitForExit();
        }
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
