using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Persistence;

/// <summary>Holds what the migrations make against what the model expects.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Sqlite_is_migrated_to_what_the_model_expects()
    {
        using var folder = new TempFolder();
        var target = DatabaseTarget.From(null, folder.Path);
        await using var migrated = Open(target);
        await migrated.Database.MigrateAsync();
        await using var expected = Open(DatabaseTarget.From(null, System.IO.Path.Combine(folder.Path, "model")), create: true);
        await expected.Database.EnsureCreatedAsync();

        var wanted = await SqliteSchemaAsync(expected);
        Assert.Contains("bookings.LastName TEXT null=0", wanted, StringComparison.Ordinal);
        Assert.Equal(wanted, await SqliteSchemaAsync(migrated));
    }

    private static SlotBookingDb Open(DatabaseTarget target, bool create = false)
    {
        if (create)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target.File!)!);
        }

        var options = new DbContextOptionsBuilder<SlotBookingDb>();
        DatabaseRegistration.Configure(options, target);
        return new SlotBookingDb(options.Options);
    }

    private static async Task<string> SqliteSchemaAsync(SlotBookingDb db)
    {
        var lines = await db.Database.SqlQuery<string>(
            $"""
            SELECT t.name || '.' || c.name || ' ' || c.type || ' null=' || (1 - c."notnull") || ' key=' || c.pk AS "Value"
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
            UNION ALL
            SELECT tbl_name || ': ' || replace(replace(sql, char(10), ' '), '"', '') FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            UNION ALL
            SELECT t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
            ORDER BY 1
            """).ToListAsync();
        return string.Join('\n', lines);
    }
}
