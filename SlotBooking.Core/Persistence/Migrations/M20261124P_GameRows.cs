using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>What the game has to remember so that a mistake put right gives back what it took. All is worked out anew by the next reader.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_P_GameRows")]
internal sealed class M20261124P_GameRows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("MvpDay", "game_bookings", nullable: true);
        migrationBuilder.AddColumn<int>("RowPlace", "game_bookings", nullable: true);
        migrationBuilder.CreateIndex("IX_game_bookings_AgentId_RowPlace", "game_bookings", ["AgentId", "RowPlace"], filter: "\"RowPlace\" IS NOT NULL");
        migrationBuilder.AddColumn<int>("RowPlaces", "game_players", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("LastMissed", "game_players", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("IsWithdrawn", "game_absences", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<DateOnly>("ThenDay", "game_state", nullable: true);
        migrationBuilder.Sql("DELETE FROM game_state");
    }
}
