using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>Consultants, readiness, blocks, calendars, settings and the job ledger.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261123_C_Availability")]
internal sealed class M20261123C_Availability : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        Availability(migrationBuilder, columns);
        Calendars(migrationBuilder, columns);
        Operations(migrationBuilder, columns);
    }

    private static void Availability(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("consultants", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Name = columns.Text(table, 100),
            CalendarId = columns.Text(table, 255, nullable: true),
            AccountId = table.Column<Guid>(nullable: true),
            IsFullTime = table.Column<bool>(nullable: false),
            IsActive = table.Column<bool>(nullable: false),
            Position = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_consultants", c => c.Id));
        migrationBuilder.CreateIndex("IX_consultants_Name", "consultants", "Name", unique: true);
        migrationBuilder.CreateIndex("IX_consultants_AccountId", "consultants", "AccountId", unique: true, filter: "\"AccountId\" IS NOT NULL");

        migrationBuilder.CreateTable("ready_slots", table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Start = table.Column<TimeOnly>(nullable: false),
            ConsultantId = table.Column<Guid>(nullable: false),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ready_slots", r => new { r.Day, r.Start, r.ConsultantId });
            table.ForeignKey("FK_ready_slots_consultants_ConsultantId", r => r.ConsultantId, "consultants", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_ready_slots_ConsultantId", "ready_slots", "ConsultantId");

        migrationBuilder.CreateTable("availability_window", table => new
        {
            Id = table.Column<int>(nullable: false),
            First = table.Column<DateOnly>(nullable: false),
            Through = table.Column<DateOnly>(nullable: false),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_availability_window", w => w.Id);
            table.CheckConstraint("CK_availability_window_Id", "\"Id\" = 1");
        });

        migrationBuilder.CreateTable("blocks", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            FirstDay = table.Column<DateOnly>(nullable: false),
            LastDay = table.Column<DateOnly>(nullable: false),
            From = table.Column<TimeOnly>(nullable: true),
            To = table.Column<TimeOnly>(nullable: true),
            Reason = columns.Text(table, 200),
            Author = columns.Text(table, 100),
            CreatedAt = columns.Instant(table),
        }, constraints: table => table.PrimaryKey("PK_blocks", b => b.Id));
        migrationBuilder.CreateIndex("IX_blocks_LastDay", "blocks", "LastDay");
    }

    private static void Calendars(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("calendar_states", table => new
        {
            CalendarKey = columns.Text(table, 50),
            Cursor = columns.Text(table, nullable: true),
            KnownAt = columns.Instant(table, nullable: true),
            TriedAt = columns.Instant(table, nullable: true),
            FullAt = columns.Instant(table, nullable: true),
            FailingSince = columns.Instant(table, nullable: true),
            Failures = table.Column<int>(nullable: false),
            LastError = columns.Text(table, nullable: true),
            Source = columns.Text(table, 255, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_calendar_states", s => s.CalendarKey));

        migrationBuilder.CreateTable("calendar_events", table => new
        {
            CalendarKey = columns.Text(table, 50),
            EventId = columns.Text(table),
            BookingId = table.Column<Guid>(nullable: true),
            Title = columns.Text(table),
            StartsAt = columns.Instant(table),
            EndsAt = columns.Instant(table),
            IsAllDay = table.Column<bool>(nullable: false),
            IsTransparent = table.Column<bool>(nullable: false),
            ColorId = columns.Text(table, 10, nullable: true),
            ETag = columns.Text(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_calendar_events", e => new { e.CalendarKey, e.EventId }));
        migrationBuilder.CreateIndex("IX_calendar_events_CalendarKey_EndsAt", "calendar_events", ["CalendarKey", "EndsAt"]);
        migrationBuilder.CreateIndex("IX_calendar_events_BookingId", "calendar_events", "BookingId", filter: "\"BookingId\" IS NOT NULL");

        migrationBuilder.CreateTable("central_takings", table => new
        {
            EventId = columns.Text(table),
            Day = table.Column<DateOnly>(nullable: false),
            StartsAt = columns.Instant(table),
            EndsAt = columns.Instant(table),
            Places = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_central_takings", t => new { t.EventId, t.Day }));
        migrationBuilder.CreateIndex("IX_central_takings_Day", "central_takings", "Day");

        migrationBuilder.CreateTable("local_events", table => new
        {
            CalendarKey = columns.Text(table, 50),
            EventId = columns.Text(table),
            Revision = table.Column<long>(nullable: false),
            BookingId = table.Column<Guid>(nullable: true),
            Title = columns.Text(table),
            Description = columns.Text(table, nullable: true),
            StartsAt = columns.Instant(table),
            EndsAt = columns.Instant(table),
            ColorId = columns.Text(table, 10, nullable: true),
            IsCancelled = table.Column<bool>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_local_events", e => new { e.CalendarKey, e.EventId }));
        migrationBuilder.CreateIndex("IX_local_events_CalendarKey_Revision", "local_events", ["CalendarKey", "Revision"]);
        migrationBuilder.CreateIndex("IX_local_events_CalendarKey_EndsAt", "local_events", ["CalendarKey", "EndsAt"]);
        migrationBuilder.CreateIndex("IX_local_events_Revision", "local_events", "Revision", unique: true);

        migrationBuilder.CreateTable("calendar_writes", table => new
        {
            BookingId = table.Column<Guid>(nullable: false),
            Wanted = table.Column<long>(nullable: false),
            Done = table.Column<long>(nullable: false),
            Attempts = table.Column<int>(nullable: false),
            NextTryAt = columns.Instant(table),
            ParkedBecause = columns.Text(table, nullable: true),
            LastError = columns.Text(table, nullable: true),
            ETag = columns.Text(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_calendar_writes", w => w.BookingId));
        migrationBuilder.CreateIndex("IX_calendar_writes_NextTryAt", "calendar_writes", "NextTryAt", filter: "\"Done\" < \"Wanted\"");
    }

    private static void Operations(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("settings", table => new
        {
            Section = columns.Text(table, 50),
            Json = columns.Text(table),
            Revision = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_settings", s => s.Section));

        migrationBuilder.CreateTable("setting_changes", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Section = columns.Text(table, 50),
            Before = columns.Text(table, nullable: true),
            After = columns.Text(table),
            At = columns.Instant(table),
            Author = columns.Text(table, 100),
        }, constraints: table => table.PrimaryKey("PK_setting_changes", c => c.Id));
        migrationBuilder.CreateIndex("IX_setting_changes_Section_At", "setting_changes", ["Section", "At"]);

        migrationBuilder.CreateTable("job_windows", table => new
        {
            Job = columns.Text(table, 50),
            Window = columns.Instant(table),
            State = columns.Text(table, 20),
            Runner = columns.Text(table, 100),
            LeaseUntil = columns.Instant(table),
            Attempts = table.Column<int>(nullable: false),
            StartedAt = columns.Instant(table),
            FinishedAt = columns.Instant(table, nullable: true),
            Report = columns.Text(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_job_windows", w => new { w.Job, w.Window }));
    }
}
