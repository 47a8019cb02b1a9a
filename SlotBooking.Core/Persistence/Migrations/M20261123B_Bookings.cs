using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Bookings, their places, the answers to commands and the event log.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261123_B_Bookings")]
internal sealed class M20261123B_Bookings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);

        migrationBuilder.CreateTable("bookings", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Day = table.Column<DateOnly>(nullable: false),
            Start = table.Column<TimeOnly>(nullable: false),
            StartsAt = columns.Instant(table),
            EndsAt = columns.Instant(table),
            LastName = columns.Text(table, 100),
            FirstName = columns.Text(table, 100),
            Phone = columns.Text(table, 50, nullable: true),
            PhoneKey = columns.Text(table, 20, nullable: true),
            NameKey = columns.Text(table, 210),
            Email = columns.Text(table, 254, nullable: true),
            Note = columns.Text(table, 500, nullable: true),
            Potential = table.Column<int>(nullable: false),
            Campaign = columns.Text(table, 100, nullable: true),
            Status = columns.Text(table, 20),
            Places = table.Column<int>(nullable: false),
            IsConfirmed = table.Column<bool>(nullable: false),
            AgentId = table.Column<Guid>(nullable: false),
            AgentName = columns.Text(table, 100),
            BookedAt = columns.Instant(table),
            BookedOn = table.Column<DateOnly>(nullable: false),
            ChangedAt = columns.Instant(table),
            LastCommandId = table.Column<Guid>(nullable: true),
            CancelReason = columns.Text(table, 200, nullable: true),
            CalendarGeneration = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_bookings", b => b.Id));
        migrationBuilder.CreateIndex("IX_bookings_Day_Start", "bookings", ["Day", "Start"]);
        migrationBuilder.CreateIndex("IX_bookings_AgentId_BookedOn", "bookings", ["AgentId", "BookedOn"]);
        migrationBuilder.CreateIndex("IX_bookings_AgentId_Day", "bookings", ["AgentId", "Day"]);
        migrationBuilder.CreateIndex("IX_bookings_PhoneKey", "bookings", "PhoneKey", filter: "\"PhoneKey\" IS NOT NULL");
        migrationBuilder.CreateIndex("IX_bookings_NameKey", "bookings", "NameKey");
        migrationBuilder.CreateIndex("IX_bookings_BookedOn", "bookings", "BookedOn");

        migrationBuilder.CreateTable("slot_places", table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Start = table.Column<TimeOnly>(nullable: false),
            Number = table.Column<int>(nullable: false),
            BookingId = table.Column<Guid>(nullable: false),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_slot_places", p => new { p.Day, p.Start, p.Number });
            table.CheckConstraint("CK_slot_places_Number", "\"Number\" >= 1");
            table.ForeignKey("FK_slot_places_bookings_BookingId", p => p.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_slot_places_BookingId", "slot_places", "BookingId");

        migrationBuilder.CreateTable("slots", table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Start = table.Column<TimeOnly>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_slots", s => new { s.Day, s.Start }));

        migrationBuilder.CreateTable("commands", table => new
        {
            CommandId = table.Column<Guid>(nullable: false),
            Kind = columns.Text(table, 20),
            BookingId = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            At = columns.Instant(table),
            Before = columns.Text(table, nullable: true),
            UndoneBy = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_commands", c => c.CommandId));
        migrationBuilder.CreateIndex("IX_commands_BookingId", "commands", "BookingId");

        migrationBuilder.CreateTable("events", table => new
        {
            Sequence = Columns.Serial<long>(table),
            Kind = columns.Text(table, 50),
            At = columns.Instant(table),
            AccountId = table.Column<Guid>(nullable: true),
            BookingId = table.Column<Guid>(nullable: true),
            Day = table.Column<DateOnly>(nullable: true),
            Start = table.Column<TimeOnly>(nullable: true),
            OtherDay = table.Column<DateOnly>(nullable: true),
            OtherStart = table.Column<TimeOnly>(nullable: true),
            Detail = columns.Text(table, nullable: true),
            Transaction = columns.Transaction(table),
        }, constraints: table => table.PrimaryKey("PK_events", e => e.Sequence));
        migrationBuilder.CreateIndex("IX_events_BookingId", "events", "BookingId");
        migrationBuilder.CreateIndex("IX_events_Transaction_Sequence", "events", ["Transaction", "Sequence"]);

        migrationBuilder.CreateTable("cursors", table => new
        {
            Reader = columns.Text(table, 50),
            Transaction = table.Column<long>(nullable: false),
            Sequence = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_cursors", c => c.Reader));
    }
}
