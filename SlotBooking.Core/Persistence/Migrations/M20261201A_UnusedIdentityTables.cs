using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Drops four tables of ASP.NET Core Identity that nothing ever wrote to.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261201_A_UnusedIdentityTables")]
internal sealed class M20261201A_UnusedIdentityTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("account_claims");
        migrationBuilder.DropTable("account_logins");
        migrationBuilder.DropTable("account_tokens");
        migrationBuilder.DropTable("role_claims");
    }
}
