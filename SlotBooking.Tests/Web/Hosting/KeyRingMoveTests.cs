using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Persistence;
using SlotBooking.Web.Hosting.KeyRing;

namespace SlotBooking.Tests.Web.Hosting;

/// <summary>Holds that an installation's old keys open what they protected, after their rows moved to the table of the framework's store.</summary>
public sealed class KeyRingMoveTests
{
    private const string Purpose = "cookie";

    [Theory]
    [InlineData(DatabaseKind.Sqlite, null)]
    [InlineData(DatabaseKind.Sqlite, "ein-geheimnis")]
    [InlineData(DatabaseKind.PostgreSql, null)]
    [InlineData(DatabaseKind.PostgreSql, "ein-geheimnis")]
    public async Task What_an_old_key_protected_opens_after_the_move(DatabaseKind kind, string? secret)
    {
        using var folder = new TempFolder();
        var target = DatabaseTarget.From(kind is DatabaseKind.Sqlite ? null : await (await PostgresServer.GetAsync()).CreateDatabaseAsync(), folder.Path);
        await using var services = Services(target, secret);
        await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);
        await GoBackAsync(services);

        await using var old = Services(target, secret, isOld: true);
        var cookie = Protector(old).Protect("anna");
        await services.GetRequiredService<DatabaseStarter>().StartAsync(CancellationToken.None);

        Assert.Equal("anna", Protector(services).Unprotect(cookie));
        await using var moved = await services.GetRequiredService<IDbContextFactory<SlotBookingDb>>().CreateDbContextAsync();
        var key = Assert.Single(await moved.DataProtectionKeys.ToListAsync());
        Assert.StartsWith("key-", key.FriendlyName, StringComparison.Ordinal);
        Assert.Equal(secret is not null, key.Xml!.Contains("encryptedWithSecretKey", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_new_key_is_stored_and_read_by_another_process(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = Services(database.Target, "ein-geheimnis");
        await using var second = Services(database.Target, "ein-geheimnis");

        Assert.Equal("ben", Protector(second).Unprotect(Protector(first).Protect("ben")));
    }

    /// <summary>Leaves the database as the migrations before this one left it.</summary>
    private static async Task GoBackAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<SlotBookingDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE key_ring ("Name" TEXT NOT NULL PRIMARY KEY, "Xml" TEXT NOT NULL)""");
        await db.Database.ExecuteSqlRawAsync("DROP TABLE data_protection_keys");
        var forgotten = await db.Database.ExecuteSqlRawAsync(
            """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261201_K_KeyRing'""");
        Assert.Equal(1, forgotten);
    }

    private static IDataProtector Protector(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static ServiceProvider Services(DatabaseTarget target, string? secret, bool isOld = false)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("SECRET_KEY", secret)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSlotBookingDatabase(target).AddKeyRing(settings);
        if (isOld)
        {
            services.AddOptions<KeyManagementOptions>().PostConfigure<IDbContextFactory<SlotBookingDb>>(
                (options, contexts) => options.XmlRepository = new OldRows(contexts));
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Stores keys in the table of before, one row per key under its name.</summary>
    private sealed class OldRows(IDbContextFactory<SlotBookingDb> contexts) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var db = contexts.CreateDbContext();
            return [.. db.Database.SqlQuery<string>($"""SELECT "Xml" AS "Value" FROM key_ring""").AsEnumerable().Select(xml => XElement.Parse(xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var db = contexts.CreateDbContext();
            db.Database.ExecuteSql(
                $"""INSERT INTO key_ring ("Name", "Xml") VALUES ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)})""");
        }
    }
}
