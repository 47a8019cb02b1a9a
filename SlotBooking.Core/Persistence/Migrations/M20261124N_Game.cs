using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SlotBooking.Core.Persistence.Migrations;

/// <summary>The game: ledger and what is derived from it, and what people told it.</summary>
[DbContext(typeof(SlotBookingDb))]
[Migration("20261124_N_Game")]
internal sealed class M20261124N_Game : Migration
{
    private const int Period = 10;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var columns = new Columns(migrationBuilder);
        MakeLedger(migrationBuilder, columns);
        MakeSums(migrationBuilder, columns);
        MakeAwards(migrationBuilder, columns);
        MakeReading(migrationBuilder, columns);
        MakeInputs(migrationBuilder, columns);
    }

    private static void MakeLedger(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("game_entries", table => new
        {
            Source = table.Column<Guid>(nullable: false),
            Rule = columns.Text(table, 20),
            AccountId = table.Column<Guid>(nullable: false),
            Turn = table.Column<int>(nullable: false),
            Points = table.Column<int>(nullable: false),
            At = columns.Instant(table),
            Day = table.Column<DateOnly>(nullable: false),
            EventNumber = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_entries", e => new { e.Source, e.Rule, e.AccountId, e.Turn }));
        migrationBuilder.CreateIndex("IX_game_entries_AccountId_Day", "game_entries", ["AccountId", "Day"]);

        migrationBuilder.CreateTable("game_bookings", table => new
        {
            BookingId = table.Column<Guid>(nullable: false),
            AgentId = table.Column<Guid>(nullable: true),
            BookedAt = columns.Instant(table, nullable: true),
            Day = table.Column<DateOnly>(nullable: true),
            Start = table.Column<TimeOnly>(nullable: true),
            Status = columns.Text(table, 20),
            CalledOffAt = columns.Instant(table, nullable: true),
            CalledOffBy = table.Column<Guid>(nullable: true),
            Counts = table.Column<bool>(nullable: false),
            Turns = table.Column<int>(nullable: false),
            BookingPoints = table.Column<int>(nullable: false),
            FirstPoints = table.Column<int>(nullable: false),
            StreakPoints = table.Column<int>(nullable: false),
            IsRewarded = table.Column<bool>(nullable: false),
            RewardTurns = table.Column<int>(nullable: false),
            CompletedPoints = table.Column<int>(nullable: false),
            LastTransaction = table.Column<long>(nullable: false),
            LastEvent = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_bookings", b => b.BookingId));
    }

    private static void MakeSums(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("game_players", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            Points = table.Column<int>(nullable: false),
            Bookings = table.Column<int>(nullable: false),
            Evenings = table.Column<int>(nullable: false),
            Mornings = table.Column<int>(nullable: false),
            Fridays = table.Column<int>(nullable: false),
            Completed = table.Column<int>(nullable: false),
            CompletedInARow = table.Column<int>(nullable: false),
            Badges = table.Column<int>(nullable: false),
            BadgeXp = table.Column<int>(nullable: false),
            BadgeWeight = table.Column<int>(nullable: false),
            Streak = table.Column<int>(nullable: false),
            StreakDay = table.Column<DateOnly>(nullable: true),
            BestStreak = table.Column<int>(nullable: false),
            Level = table.Column<int>(nullable: false),
            ThenMonth = columns.Text(table, Period, nullable: true),
            ThenMonthPoints = table.Column<int>(nullable: false),
            ThenPoints = table.Column<int>(nullable: false),
            ThenBadgeWeight = table.Column<int>(nullable: false),
            ThenStreak = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_players", p => p.AccountId));

        migrationBuilder.CreateTable("game_days", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            Day = table.Column<DateOnly>(nullable: false),
            Points = table.Column<int>(nullable: false),
            Bookings = table.Column<int>(nullable: false),
            HasStreakPoints = table.Column<bool>(nullable: false),
            Streak = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_days", d => new { d.AccountId, d.Day }));

        migrationBuilder.CreateTable("game_team_days", table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Bookings = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_team_days", d => d.Day));

        migrationBuilder.CreateTable("game_sums", table => new
        {
            Period = columns.Text(table, Period),
            AccountId = table.Column<Guid>(nullable: false),
            Points = table.Column<int>(nullable: false),
            Completed = table.Column<int>(nullable: false),
            LastAt = columns.Instant(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_game_sums", s => new { s.Period, s.AccountId }));
    }

    private static void MakeAwards(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("game_periods", table => new
        {
            Period = columns.Text(table, Period),
            At = columns.Instant(table),
            Winner = table.Column<Guid>(nullable: true),
            Points = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_periods", p => p.Period));

        migrationBuilder.CreateTable("game_badges", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            BadgeId = columns.Text(table, 40),
            Period = columns.Text(table, Period),
            At = columns.Instant(table),
            EventNumber = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_badges", b => new { b.AccountId, b.BadgeId, b.Period }));

        migrationBuilder.CreateTable("game_levels", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            Level = table.Column<int>(nullable: false),
            At = columns.Instant(table),
            Xp = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_levels", l => new { l.AccountId, l.Level }));
    }

    private static void MakeReading(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("game_state", table => new
        {
            Id = table.Column<int>(nullable: false),
            RuleChanges = table.Column<int>(nullable: false),
            StateChanges = table.Column<int>(nullable: false),
            RebuildingUntil = columns.Instant(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_game_state", s => s.Id));

        migrationBuilder.CreateTable("game_parked", table => new
        {
            EventNumber = table.Column<long>(nullable: false),
            Kind = columns.Text(table, 60),
            At = columns.Instant(table),
            Reason = columns.Text(table, 200),
        }, constraints: table => table.PrimaryKey("PK_game_parked", e => e.EventNumber));

        migrationBuilder.CreateTable("game_absences", table => new
        {
            AbsenceId = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            First = table.Column<DateOnly>(nullable: false),
            Through = table.Column<DateOnly>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_absences", a => a.AbsenceId));
        migrationBuilder.CreateIndex("IX_game_absences_AccountId", "game_absences", "AccountId");
    }

    private static void MakeInputs(MigrationBuilder migrationBuilder, Columns columns)
    {
        migrationBuilder.CreateTable("absences", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            First = table.Column<DateOnly>(nullable: false),
            Through = table.Column<DateOnly>(nullable: false),
            Reason = columns.Text(table, 20),
            At = columns.Instant(table),
            Author = columns.Text(table, 100),
            WithdrawnAt = columns.Instant(table, nullable: true),
            WithdrawnBy = columns.Text(table, 100, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_absences", a => a.Id));
        migrationBuilder.CreateIndex("IX_absences_AccountId_First", "absences", ["AccountId", "First"]);

        migrationBuilder.CreateTable("point_corrections", table => new
        {
            Id = table.Column<Guid>(nullable: false),
            AccountId = table.Column<Guid>(nullable: false),
            Points = table.Column<int>(nullable: false),
            Reason = columns.Text(table, 200),
            Author = columns.Text(table, 100),
            At = columns.Instant(table),
        }, constraints: table => table.PrimaryKey("PK_point_corrections", c => c.Id));
        migrationBuilder.CreateIndex("IX_point_corrections_AccountId", "point_corrections", "AccountId");

        migrationBuilder.CreateTable("game_news", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            Key = columns.Text(table, 60),
            At = columns.Instant(table),
            FromLevel = table.Column<int>(nullable: true),
            SeenAt = columns.Instant(table, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_game_news", n => new { n.AccountId, n.Key }));
        migrationBuilder.CreateIndex("IX_game_news_AccountId", "game_news", "AccountId", filter: "\"SeenAt\" IS NULL");

        migrationBuilder.CreateTable("game_choices", table => new
        {
            AccountId = table.Column<Guid>(nullable: false),
            IsQuiet = table.Column<bool>(nullable: false),
            HasSound = table.Column<bool>(nullable: false),
            IsLeftOut = table.Column<bool>(nullable: false),
        }, constraints: table => table.PrimaryKey("PK_game_choices", c => c.AccountId));
    }
}
