using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Accounts, roles and the key ring.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261123_A_Accounts")]
internal sealed class M20261123A_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);

        migrationBuilder.CreateTable("accounts", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            DisplayName = columns.Text(table, 100),
            MustChangePassword = table.Column<bool>(nullable: false),
            DisabledAt = columns.Instant(table, nullable: true),
            LastSignInAt = columns.Instant(table, nullable: true),
            CreatedAt = columns.Instant(table),
            UserName = columns.Text(table, 256, nullable: true),
            NormalizedUserName = columns.Text(table, 256, nullable: true),
            Email = columns.Text(table, 256, nullable: true),
            NormalizedEmail = columns.Text(table, 256, nullable: true),
            EmailConfirmed = table.Column<bool>(nullable: false),
            PasswordHash = columns.Text(table, nullable: true),
            SecurityStamp = columns.Text(table, nullable: true),
            ConcurrencyStamp = columns.Text(table, nullable: true),
            PhoneNumber = columns.Text(table, nullable: true),
            PhoneNumberConfirmed = table.Column<bool>(nullable: false),
            TwoFactorEnabled = table.Column<bool>(nullable: false),
            LockoutEnd = columns.Instant(table, nullable: true),
            LockoutEnabled = table.Column<bool>(nullable: false),
            AccessFailedCount = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_accounts", a => a.Id));
        migrationBuilder.CreateIndex("EmailIndex", "accounts", "NormalizedEmail");
        migrationBuilder.CreateIndex("UserNameIndex", "accounts", "NormalizedUserName", unique: true);

        migrationBuilder.CreateTable("roles", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Name = columns.Text(table, 256, nullable: true),
            NormalizedName = columns.Text(table, 256, nullable: true),
            ConcurrencyStamp = columns.Text(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_roles", r => r.Id));
        migrationBuilder.CreateIndex("RoleNameIndex", "roles", "NormalizedName", unique: true);

        migrationBuilder.CreateTable("account_roles", table => new
        {
            UserId = table.Column<Guid>(nullable: false),
            RoleId = table.Column<Guid>(nullable: false),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_roles", r => new { r.UserId, r.RoleId });
            table.ForeignKey("FK_account_roles_accounts_UserId", r => r.UserId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_account_roles_roles_RoleId", r => r.RoleId, "roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_account_roles_RoleId", "account_roles", "RoleId");

        migrationBuilder.CreateTable("account_claims", table => new
        {
            Id = Columns.Serial<int>(table),
            UserId = table.Column<Guid>(nullable: false),
            ClaimType = columns.Text(table, nullable: true),
            ClaimValue = columns.Text(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_claims", c => c.Id);
            table.ForeignKey("FK_account_claims_accounts_UserId", c => c.UserId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_account_claims_UserId", "account_claims", "UserId");

        migrationBuilder.CreateTable("account_logins", table => new
        {
            LoginProvider = columns.Text(table),
            ProviderKey = columns.Text(table),
            ProviderDisplayName = columns.Text(table, nullable: true),
            UserId = table.Column<Guid>(nullable: false),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_logins", l => new { l.LoginProvider, l.ProviderKey });
            table.ForeignKey("FK_account_logins_accounts_UserId", l => l.UserId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_account_logins_UserId", "account_logins", "UserId");

        migrationBuilder.CreateTable("account_tokens", table => new
        {
            UserId = table.Column<Guid>(nullable: false),
            LoginProvider = columns.Text(table),
            Name = columns.Text(table),
            Value = columns.Text(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_account_tokens", t => new { t.UserId, t.LoginProvider, t.Name });
            table.ForeignKey("FK_account_tokens_accounts_UserId", t => t.UserId, "accounts", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("role_claims", table => new
        {
            Id = Columns.Serial<int>(table),
            RoleId = table.Column<Guid>(nullable: false),
            ClaimType = columns.Text(table, nullable: true),
            ClaimValue = columns.Text(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_role_claims", c => c.Id);
            table.ForeignKey("FK_role_claims_roles_RoleId", c => c.RoleId, "roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_role_claims_RoleId", "role_claims", "RoleId");

        migrationBuilder.CreateTable("key_ring", table => new
        {
            Name = columns.Text(table, 200),
            Xml = columns.Text(table),
        }, constraints: table => table.PrimaryKey("PK_key_ring", k => k.Name));
    }
}
