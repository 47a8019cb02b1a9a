using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Who has the points for the first of the day, and the last change of the rules that was heard of. All is worked out anew by the next reader.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261129_A_GameTurns")]
internal sealed class M20261129A_GameTurns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("HasFirstPoints", "game_team_days", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("SettingTransaction", "game_state", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<long>("SettingEvent", "game_state", nullable: false, defaultValue: 0L);
        migrationBuilder.Sql("DELETE FROM game_state");
    }
}
