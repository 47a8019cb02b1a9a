using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Where the two databases differ in how a column is declared, so that migrations need not say it twice.</summary>
internal sealed class Columns(MigrationBuilder migration)
{
    private readonly bool _sqlite = migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    /// <summary>True on SQLite, for the few tables that are declared in words.</summary>
    public bool IsSqlite => _sqlite;

    /// <summary>An instant: UTC ticks on SQLite, <c>timestamptz</c> on PostgreSQL.</summary>
    public OperationBuilder<AddColumnOperation> Instant(ColumnsBuilder table, bool nullable = false) => _sqlite
        ? table.Column<long>(type: "INTEGER", nullable: nullable)
        : table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: nullable);

    /// <summary>A text of limited length; SQLite knows no limits, the services keep them.</summary>
    public OperationBuilder<AddColumnOperation> Text(ColumnsBuilder table, int? length = null, bool nullable = false) =>
        table.Column<string>(type: TextType(length), nullable: nullable);

    /// <summary>Adds a text that may be missing to a table that stands.</summary>
    public void AddText(string table, string name, int? length = null) =>
        migration.AddColumn<string>(name, table, type: TextType(length), nullable: true);

    /// <summary>Adds an instant that may be missing to a table that stands.</summary>
    public void AddInstant(string table, string name)
    {
        if (_sqlite)
        {
            migration.AddColumn<long>(name, table, type: "INTEGER", nullable: true);
        }
        else
        {
            migration.AddColumn<DateTimeOffset>(name, table, type: "timestamp with time zone", nullable: true);
        }
    }

    /// <summary>A number that the database gives, rising.</summary>
    public static OperationBuilder<AddColumnOperation> Serial<T>(ColumnsBuilder table) => table.Column<T>(nullable: false)
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>The number of the writing transaction on PostgreSQL; 0 on SQLite, where there is one writer at a time.</summary>
    public OperationBuilder<AddColumnOperation> Transaction(ColumnsBuilder table) => _sqlite
        ? table.Column<long>(nullable: false, defaultValue: 0L)
        : table.Column<long>(nullable: false, defaultValueSql: "(pg_current_xact_id()::text)::bigint");

    private string TextType(int? length) => (_sqlite, length) switch
    {
        (true, _) => "TEXT",
        (_, { } most) => FormattableString.Invariant($"character varying({most})"),
        _ => "text",
    };
}
