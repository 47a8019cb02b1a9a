using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Moves the key ring into the table of ASP.NET Core's own store. The keys stay as they are, so nobody has to sign in again.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261201_K_KeyRing")]
internal sealed class M20261201K_KeyRing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);

        migrationBuilder.CreateTable("data_protection_keys", table => new
        {
            Id = Columns.Serial<int>(table),
            FriendlyName = columns.Text(table, nullable: true),
            Xml = columns.Text(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_data_protection_keys", k => k.Id));
        migrationBuilder.Sql(
            """INSERT INTO data_protection_keys ("FriendlyName", "Xml") SELECT "Name", "Xml" FROM key_ring ORDER BY "Name";""");
        migrationBuilder.DropTable("key_ring");
    }
}
