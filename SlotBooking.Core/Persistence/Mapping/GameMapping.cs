using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;

namespace SlotBooking.Core.Persistence.Mapping;

/// <summary>The tables of the game; none of them refers to another, so that nothing of it can ever refuse a booking.</summary>
internal sealed class GameMapping :
    IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<PlayedBooking>, IEntityTypeConfiguration<Player>, IEntityTypeConfiguration<PlayerDay>,
    IEntityTypeConfiguration<TeamDay>, IEntityTypeConfiguration<PeriodSum>, IEntityTypeConfiguration<ClosedPeriod>, IEntityTypeConfiguration<EarnedBadge>,
    IEntityTypeConfiguration<ReachedLevel>, IEntityTypeConfiguration<GameState>, IEntityTypeConfiguration<ParkedEvent>, IEntityTypeConfiguration<HeardAbsence>
{
    private const int PeriodLength = 10;

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("game_entries");
        builder.HasKey(e => new { e.Source, e.Rule, e.AccountId, e.Turn });
        builder.Property(e => e.Rule).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(e => new { e.AccountId, e.Day });
    }

    public void Configure(EntityTypeBuilder<PlayedBooking> builder)
    {
        builder.ToTable("game_bookings");
        builder.HasKey(b => b.BookingId);
        builder.Property(b => b.BookingId).ValueGeneratedNever();
        builder.Property(b => b.Status).HasMaxLength(20);
        builder.HasIndex(b => new { b.AgentId, b.RowPlace }).HasFilter("\"RowPlace\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Player> builder)
    {
        builder.ToTable("game_players");
        builder.HasKey(p => p.AccountId);
        builder.Property(p => p.AccountId).ValueGeneratedNever();
        builder.Property(p => p.ThenMonth).HasMaxLength(PeriodLength);
    }

    public void Configure(EntityTypeBuilder<PlayerDay> builder)
    {
        builder.ToTable("game_days");
        builder.HasKey(d => new { d.AccountId, d.Day });
    }

    public void Configure(EntityTypeBuilder<TeamDay> builder)
    {
        builder.ToTable("game_team_days");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Day).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PeriodSum> builder)
    {
        builder.ToTable("game_sums");
        builder.HasKey(s => new { s.Period, s.AccountId });
        builder.Property(s => s.Period).HasMaxLength(PeriodLength);
    }

    public void Configure(EntityTypeBuilder<ClosedPeriod> builder)
    {
        builder.ToTable("game_periods");
        builder.HasKey(p => p.Period);
        builder.Property(p => p.Period).HasMaxLength(PeriodLength);
    }

    public void Configure(EntityTypeBuilder<EarnedBadge> builder)
    {
        builder.ToTable("game_badges");
        builder.HasKey(b => new { b.AccountId, b.BadgeId, b.Period });
        builder.Property(b => b.BadgeId).HasMaxLength(40);
        builder.Property(b => b.Period).HasMaxLength(PeriodLength);
    }

    public void Configure(EntityTypeBuilder<ReachedLevel> builder)
    {
        builder.ToTable("game_levels");
        builder.HasKey(l => new { l.AccountId, l.Level });
    }

    public void Configure(EntityTypeBuilder<GameState> builder)
    {
        builder.ToTable("game_state");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RebuildingUntil).IsConcurrencyToken(); // whose sign of life ran out never writes over its successor's
    }

    public void Configure(EntityTypeBuilder<ParkedEvent> builder)
    {
        builder.ToTable("game_parked");
        builder.HasKey(e => e.EventNumber);
        builder.Property(e => e.EventNumber).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.Reason).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<HeardAbsence> builder)
    {
        builder.ToTable("game_absences");
        builder.HasKey(a => a.AbsenceId);
        builder.Property(a => a.AbsenceId).ValueGeneratedNever();
        builder.HasIndex(a => a.AccountId);
    }
}

/// <summary>What people told the game; it is not worked out from the log.</summary>
internal sealed class GameInputMapping :
    IEntityTypeConfiguration<Absence>, IEntityTypeConfiguration<PointCorrection>, IEntityTypeConfiguration<GameNews>, IEntityTypeConfiguration<GameChoice>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(a => a.Author).HasMaxLength(100);
        builder.Property(a => a.WithdrawnBy).HasMaxLength(100);
        builder.HasIndex(a => new { a.AccountId, a.First });
    }

    public void Configure(EntityTypeBuilder<PointCorrection> builder)
    {
        builder.ToTable("point_corrections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(PointCorrection.ReasonLimit);
        builder.Property(c => c.Author).HasMaxLength(100);
        builder.HasIndex(c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<GameNews> builder)
    {
        builder.ToTable("game_news");
        builder.HasKey(n => new { n.AccountId, n.Key });
        builder.Property(n => n.Key).HasMaxLength(60);
        builder.HasIndex(n => n.AccountId).HasFilter("\"SeenAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<GameChoice> builder)
    {
        builder.ToTable("game_choices");
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.AccountId).ValueGeneratedNever();
    }
}
