using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Benchmarks.Big;

/// <summary>The plain indexes of some tables, away while very many rows are written and made anew afterwards.</summary>
internal sealed class SleepingIndexes
{
    /// <summary>How they are made.</summary>
    public IReadOnlyList<string> Sql { get; }

    private SleepingIndexes(IReadOnlyList<string> make) => Sql = make;

    /// <summary>Takes them away; unique ones stay.</summary>
    public static async Task<SleepingIndexes> OfAsync(SlotBookingDb db, params string[] tables)
    {
        var found = db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Index>("SELECT name AS \"Name\", sql AS \"Sql\", tbl_name AS \"Table\" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            : db.Database.SqlQueryRaw<Index>("SELECT indexname AS \"Name\", indexdef AS \"Sql\", tablename AS \"Table\" FROM pg_indexes WHERE schemaname = 'public'");
        var indexes = (await found.ToListAsync())
            .Where(i => tables.Contains(i.Table) && !i.Sql.StartsWith("CREATE UNIQUE", StringComparison.OrdinalIgnoreCase))
            .ToList();
        foreach (var index in indexes)
        {
            await Execute(db, $"DROP INDEX \"{index.Name}\"");
        }

        return new SleepingIndexes([.. indexes.Select(i => i.Sql)]);
    }

    /// <summary>Makes them anew.</summary>
    public async Task WakeAsync(SlotBookingDb db)
    {
        foreach (var sql in Sql)
        {
            await Execute(db, sql);
        }
    }

    private static Task<int> Execute(SlotBookingDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>An index as the database describes it.</summary>
    internal sealed record Index(string Name, string Sql, string Table);
}
