using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>The sheets from which figures are counted: one row per day.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_G_Metrics")]
internal sealed class M20261124G_Metrics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "day_sheets",
        table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Cells = table.Column<byte[]>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_day_sheets", d => d.Day));
}
