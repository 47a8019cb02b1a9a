using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Who is signed in.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261123_S_Sessions")]
internal sealed class M20261123S_Sessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        migrationBuilder.CreateTable("sessions", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            StartedAt = columns.Instant(table),
            LastSeenAt = columns.Instant(table),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_sessions", s => s.Id);
            table.ForeignKey("FK_sessions_accounts_AccountId", s => s.AccountId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_sessions_AccountId", "sessions", "AccountId");
    }
}
