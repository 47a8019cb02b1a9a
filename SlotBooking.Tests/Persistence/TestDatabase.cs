using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Persistence;

/// <summary>A fresh database with the current schema, registered as the product registers it; gone afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    // Migrating costs dozens of flushes to the disk: it is done once per run, and copied.
    /// <summary>The variable that makes every database wait for the disk; benchmarks set it, for they measure what an installation does.</summary>
    public const string AlwaysDurable = "TEST_DURABLE";

    private static readonly Lazy<Task<string>> FastTemplate = new(() => MigrateTemplateAsync(isDurable: false));
    private static readonly Lazy<Task<string>> DurableTemplate = new(() => MigrateTemplateAsync(isDurable: true));
    private static readonly Lazy<Task<byte[]>> MigratedFile = new(MigrateFileAsync);

    private readonly TempFolder? _folder;
    private readonly ServiceProvider _services;

    private TestDatabase(DatabaseTarget target, TempFolder? folder, Action<IServiceCollection>? register)
    {
        Target = target;
        _folder = folder;
        _services = Services(target, register);
    }

    public DatabaseTarget Target { get; }

    public string ConnectionString => Target.ConnectionString;

    /// <summary>Everything registered, the database's own and what the test added.</summary>
    public IServiceProvider Provider => _services;

    public IDbContextFactory<SlotBookingDb> Contexts => _services.GetRequiredService<IDbContextFactory<SlotBookingDb>>();

    /// <summary>The write path.</summary>
    public Database Database => _services.GetRequiredService<Database>();

    public LiveFeed Feed => _services.GetRequiredService<LiveFeed>();

    /// <summary>Makes the database and applies the migrations.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="register">What the test needs besides, for instance its own <see cref="TimeProvider"/>.</param>
    /// <param name="isDurable">Waits for the disk with each commit, as an installation does: for tests that kill.</param>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseKind kind, Action<IServiceCollection>? register = null, bool isDurable = false)
    {
        isDurable |= Environment.GetEnvironmentVariable(AlwaysDurable) is "1";
        var folder = kind is not DatabaseKind.Sqlite ? null : isDurable ? new TempFolder() : TempFolder.InMemory();
        var target = folder is not null
            ? await CopyFileAsync(folder)
            : await CopyTemplateAsync(isDurable);
        var database = new TestDatabase(target, folder, register);
        await database._services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        return database;
    }

    /// <summary>The same database as another process would open it: its own write gate, its own feed. The caller disposes it.</summary>
    public ServiceProvider AsAnotherProcess(Action<IServiceCollection>? register = null) => Services(Target, register);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Target.IsSqlite)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await PostgresServer.DropDatabaseAsync(ConnectionString);
        }

        _folder?.Dispose();
    }

    private static async Task<DatabaseTarget> CopyFileAsync(TempFolder folder)
    {
        var target = DatabaseTarget.From(null, folder.Path);
        await File.WriteAllBytesAsync(target.File!, await MigratedFile.Value);
        return target;
    }

    private static async Task<byte[]> MigrateFileAsync()
    {
        using var folder = new TempFolder();
        var target = DatabaseTarget.From(null, folder.Path);
        await using (var services = Services(target, register: null))
        {
            await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
            await using var db = await services.GetRequiredService<IDbContextFactory<SlotBookingDb>>().CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return await File.ReadAllBytesAsync(target.File!);
    }

    private static async Task<DatabaseTarget> CopyTemplateAsync(bool isDurable)
    {
        var server = await ServerAsync(isDurable);
        var template = await (isDurable ? DurableTemplate : FastTemplate).Value;
        return DatabaseTarget.From(await server.CreateDatabaseAsync(template), persistFolder: "");
    }

    private static Task<PostgresServer> ServerAsync(bool isDurable) =>
        isDurable ? PostgresServer.GetDurableAsync() : PostgresServer.GetAsync();

    private static async Task<string> MigrateTemplateAsync(bool isDurable)
    {
        var template = await (await ServerAsync(isDurable)).CreateDatabaseAsync();
        await using (var services = Services(DatabaseTarget.From(template, persistFolder: ""), register: null))
        {
            await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        }

        // A database is copied only while nobody is connected to it.
        await using var connection = new NpgsqlConnection(DatabaseTarget.From(template, persistFolder: "").ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return new NpgsqlConnectionStringBuilder(template).Database!;
    }

    private static ServiceProvider Services(DatabaseTarget target, Action<IServiceCollection>? register)
    {
        var services = new ServiceCollection().AddLogging().AddSlotBookingDatabase(target).AddEvents();
        register?.Invoke(services);
        services.TryAddSingleton(TimeProvider.System);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
