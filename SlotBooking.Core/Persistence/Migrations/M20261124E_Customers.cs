using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Customers, by what they are recognised and found, and what is noted about them.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_E_Customers")]
internal sealed class M20261124E_Customers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);

        migrationBuilder.AddColumn<Guid>("CustomerId", "bookings", nullable: true);
        migrationBuilder.CreateIndex("IX_bookings_CustomerId_StartsAt", "bookings", ["CustomerId", "StartsAt"]);

        migrationBuilder.CreateTable("customers", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            LastName = columns.Text(table, 100),
            FirstName = columns.Text(table, 100),
            Phone = columns.Text(table, 50, nullable: true),
            PhoneKey = columns.Text(table, 20, nullable: true),
            NameKey = columns.Text(table, 210),
            Email = columns.Text(table, 254, nullable: true),
            FirstSeen = table.Column<DateOnly>(nullable: true),
            LastSeen = table.Column<DateOnly>(nullable: true),
            Appointments = table.Column<int>(nullable: false),
            Open = table.Column<int>(nullable: false),
            Completed = table.Column<int>(nullable: false),
            NoShows = table.Column<int>(nullable: false),
            Ghosts = table.Column<int>(nullable: false),
            Cancelled = table.Column<int>(nullable: false),
            Rescheduled = table.Column<int>(nullable: false),
            Overhangs = table.Column<int>(nullable: false),
            Exits = table.Column<int>(nullable: false),
            Reliability = table.Column<int>(nullable: true),
            Risk = table.Column<int>(nullable: false),
            ErasedAt = columns.Instant(table, nullable: true),
            MergedInto = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_customers", c => c.Id));
        migrationBuilder.CreateIndex("IX_customers_NameKey", "customers", "NameKey");
        migrationBuilder.CreateIndex("IX_customers_MergedInto", "customers", "MergedInto", filter: "\"MergedInto\" IS NOT NULL");

        migrationBuilder.CreateTable("customer_keys", table => new
        {
            Key = columns.Text(table, 212),
            CustomerId = table.Column<Guid>(nullable: false),
            HomeId = table.Column<Guid>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_customer_keys", k => k.Key));
        migrationBuilder.CreateIndex("IX_customer_keys_CustomerId", "customer_keys", "CustomerId");

        MakeSearchTables(migrationBuilder, columns.IsSqlite);
        migrationBuilder.CreateIndex("IX_customer_words_CustomerId_Word", "customer_words", ["CustomerId", "Word"]);

        migrationBuilder.CreateTable("customer_notes", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            CustomerId = table.Column<Guid>(nullable: false),
            Text = columns.Text(table, 500),
            At = columns.Instant(table),
            AuthorId = table.Column<Guid>(nullable: false),
            Author = columns.Text(table, 100),
        }, constraints: table => table.PrimaryKey("PK_customer_notes", n => n.Id));
        migrationBuilder.CreateIndex("IX_customer_notes_CustomerId", "customer_notes", "CustomerId");

        migrationBuilder.CreateTable("customer_merges", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            FromId = table.Column<Guid>(nullable: false),
            IntoId = table.Column<Guid>(nullable: false),
            At = columns.Instant(table),
            Author = columns.Text(table, 100),
            UndoneAt = columns.Instant(table, nullable: true),
            UndoneBy = columns.Text(table, 100, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_customer_merges", m => m.Id));
        migrationBuilder.CreateIndex("IX_customer_merges_IntoId", "customer_merges", "IntoId");
    }

    /// <summary>Searched by beginnings, so they are ordered by bytes on both; on SQLite the key is the table, which halves it.</summary>
    private static void MakeSearchTables(MigrationBuilder migration, bool sqlite)
    {
        var (word, digits, id, end) = sqlite
            ? ("TEXT", "TEXT", "TEXT", " WITHOUT ROWID")
            : ("character varying(60) COLLATE \"C\"", "character varying(20) COLLATE \"C\"", "uuid", "");
        migration.Sql(
            $"""
            CREATE TABLE customer_words ("Word" {word} NOT NULL, "SortKey" {word} NOT NULL, "CustomerId" {id} NOT NULL,
            CONSTRAINT "PK_customer_words" PRIMARY KEY ("Word", "SortKey", "CustomerId")){end}
            """);
        migration.Sql(
            $"""
            CREATE TABLE customer_digits ("Digits" {digits} NOT NULL, "CustomerId" {id} NOT NULL,
            CONSTRAINT "PK_customer_digits" PRIMARY KEY ("Digits", "CustomerId")){end}
            """);
    }
}
