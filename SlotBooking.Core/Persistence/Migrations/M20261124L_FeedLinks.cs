using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Secret links under which calendar programs fetch people's appointments.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_L_FeedLinks")]
internal sealed class M20261124L_FeedLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        migrationBuilder.CreateTable("feed_links", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            TokenHash = columns.Text(table, 64),
            MadeAt = columns.Instant(table),
            FetchedAt = columns.Instant(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_feed_links", l => l.Id);
            table.ForeignKey("FK_feed_links_accounts_AccountId", l => l.AccountId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_feed_links_TokenHash", "feed_links", "TokenHash", unique: true);
        migrationBuilder.CreateIndex("IX_feed_links_AccountId", "feed_links", "AccountId", unique: true);
    }
}
