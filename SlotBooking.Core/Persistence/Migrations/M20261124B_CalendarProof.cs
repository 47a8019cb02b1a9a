using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>What is found by comparing calendars whole, events that are missing, push channels, and bookings that a calendar called off.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_B_CalendarProof")]
internal sealed class M20261124B_CalendarProof : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        columns.AddInstant("calendar_states", "ComparedAt");
        migrationBuilder.AddColumn<int>("ComparedFound", "calendar_states", nullable: false, defaultValue: 0);
        columns.AddInstant("calendar_states", "ChannelTurnUntil");
        migrationBuilder.AddColumn<bool>("CancelledInCalendar", "bookings", nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_bookings_AgentId", "bookings", "AgentId", filter: "\"CancelledInCalendar\"");

        migrationBuilder.CreateTable("calendar_absences", table => new
        {
            BookingId = table.Column<Guid>(nullable: false),
            EventId = columns.Text(table),
            FirstMissingAt = columns.Instant(table),
            LookAgainAt = columns.Instant(table),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_calendar_absences", a => a.BookingId);
            table.ForeignKey("FK_calendar_absences_bookings_BookingId", a => a.BookingId, "bookings", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("calendar_channels", table => new
        {
            ChannelId = columns.Text(table, 64),
            CalendarKey = columns.Text(table, 50),
            Source = columns.Text(table, 255),
            Address = columns.Text(table, 500),
            TokenHash = columns.Text(table, 64),
            ResourceId = columns.Text(table, nullable: true),
            MadeAt = columns.Instant(table),
            ExpiresAt = columns.Instant(table),
        }, constraints: table => table.PrimaryKey("PK_calendar_channels", c => c.ChannelId));
        migrationBuilder.CreateIndex("IX_calendar_channels_CalendarKey", "calendar_channels", "CalendarKey");
    }
}
