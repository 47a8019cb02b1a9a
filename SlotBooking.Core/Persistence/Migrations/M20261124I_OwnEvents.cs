using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Finds the booking of an event whose id is not made of the booking's; keeps since when a calendar is the one that is read.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_I_OwnEvents")]
internal sealed class M20261124I_OwnEvents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_calendar_writes_EventId", "calendar_writes", "EventId", filter: "\"EventId\" IS NOT NULL");
        if (migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            migrationBuilder.AddColumn<long>("SourceSince", "calendar_states", type: "INTEGER", nullable: true);
        }
        else
        {
            migrationBuilder.AddColumn<DateTimeOffset>("SourceSince", "calendar_states", type: "timestamp with time zone", nullable: true);
        }
    }
}
