using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>What ails a calendar and until when it is left alone; the shared budget of requests; events under ids that are not ours.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_A_CalendarTrouble")]
internal sealed class M20261124A_CalendarTrouble : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        columns.AddText("calendar_states", "Trouble", 20);
        columns.AddInstant("calendar_states", "NextTryAt");
        columns.AddInstant("calendar_states", "WritesPausedUntil");
        columns.AddText("calendar_states", "WritesPausedBecause");
        columns.AddText("calendar_writes", "EventId");

        migrationBuilder.CreateTable("request_leases", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Permits = table.Column<int>(nullable: false),
            UsableUntil = columns.Instant(table),
        }, constraints: table => table.PrimaryKey("PK_request_leases", l => l.Id));
        migrationBuilder.CreateIndex("IX_request_leases_UsableUntil", "request_leases", "UsableUntil");
    }
}
