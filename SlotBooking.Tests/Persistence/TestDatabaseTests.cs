using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Persistence;

public sealed class TestDatabaseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_stands_at_the_current_schema_and_is_empty(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Bookings.CountAsync());
        Assert.Equal(kind is DatabaseKind.Sqlite, database.Database.IsSqlite);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_process_sees_the_same_rows_and_two_tests_do_not(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var stranger = await TestDatabase.CreateAsync(kind);
        await using var other = database.AsAnotherProcess();

        await database.Database.WriteAsync(db => db.DataProtectionKeys.AddAsync(new DataProtectionKey { FriendlyName = "a", Xml = "<a/>" }).AsTask(), CancellationToken.None);

        Assert.Equal(1, await other.GetRequiredService<Database>().CountKeysAsync());
        Assert.Equal(0, await stranger.Database.CountKeysAsync());
    }

    [Fact]
    public async Task Its_file_is_gone_afterwards()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = database.Target.File!;
        Assert.True(File.Exists(file));

        await database.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }
}

file static class Counting
{
    public static async Task<int> CountKeysAsync(this Database database)
    {
        await using var db = await database.ReadAsync(CancellationToken.None);
        return await db.DataProtectionKeys.CountAsync();
    }
}
