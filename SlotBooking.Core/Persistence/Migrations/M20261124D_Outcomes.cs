using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>What became of appointments, with its history; appointments entered by hand; call-backs; which events have to be looked at.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_D_Outcomes")]
internal sealed class M20261124D_Outcomes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        var isSqlite = migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        AddText("bookings", "CalendarEventId", 1024);
        AddText("bookings", "CalendarReading", 20);
        AddText("bookings", "DecidedFrom", 10);
        AddText("bookings", "CallBackNote", 500);
        migrationBuilder.AddColumn<DateOnly>("CallBackOn", "bookings", nullable: true);
        if (isSqlite)
        {
            migrationBuilder.AddColumn<long>("DecidedAt", "bookings", type: "INTEGER", nullable: true);
        }
        else
        {
            migrationBuilder.AddColumn<DateTimeOffset>("DecidedAt", "bookings", type: "timestamp with time zone", nullable: true);
        }

        migrationBuilder.CreateIndex("IX_bookings_CalendarEventId", "bookings", "CalendarEventId", unique: true, filter: "\"CalendarEventId\" IS NOT NULL");
        AddText("calendar_events", "BookedBy", 100);
        migrationBuilder.AddColumn<long>("Version", "calendar_events", nullable: true);
        migrationBuilder.AddColumn<long>("Version", "calendar_writes", nullable: true);

        migrationBuilder.CreateTable("outcome_changes", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            BookingId = table.Column<Guid>(nullable: false),
            From = columns.Text(table, 20),
            To = columns.Text(table, 20),
            At = columns.Instant(table),
            AccountId = table.Column<Guid>(nullable: true),
            Source = columns.Text(table, 10),
            Detail = columns.Text(table, 200, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_outcome_changes", c => c.Id);
            table.ForeignKey("FK_outcome_changes_bookings_BookingId", c => c.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_outcome_changes_BookingId", "outcome_changes", "BookingId");

        migrationBuilder.CreateTable("mark_looks", table => new
        {
            EventId = columns.Text(table),
            LookAt = columns.Instant(table),
        }, constraints: table => table.PrimaryKey("PK_mark_looks", l => l.EventId));
        migrationBuilder.CreateIndex("IX_mark_looks_LookAt", "mark_looks", "LookAt");
        migrationBuilder.Sql(
            """INSERT INTO mark_looks ("EventId", "LookAt") SELECT "EventId", "StartsAt" FROM calendar_events WHERE "CalendarKey" = 'central'""");

        OperationBuilder<AddColumnOperation> AddText(string table, string name, int length) => isSqlite
            ? migrationBuilder.AddColumn<string>(name, table, type: "TEXT", nullable: true)
            : migrationBuilder.AddColumn<string>(name, table, type: FormattableString.Invariant($"character varying({length})"), nullable: true);
    }
}
