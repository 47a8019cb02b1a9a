using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class CalendarStateMapping : IEntityTypeConfiguration<CalendarState>
{
    public void Configure(EntityTypeBuilder<CalendarState> builder)
    {
        builder.ToTable("calendar_states");
        builder.HasKey(s => s.CalendarKey);
        builder.Property(s => s.CalendarKey).HasMaxLength(50);
        builder.Property(s => s.Source).HasMaxLength(255);
        builder.Property(s => s.Trouble).HasMaxLength(20);
    }
}

internal sealed class MirroredEventMapping : IEntityTypeConfiguration<MirroredEvent>
{
    public void Configure(EntityTypeBuilder<MirroredEvent> builder)
    {
        builder.ToTable("calendar_events");
        builder.HasKey(e => new { e.CalendarKey, e.EventId });
        builder.Property(e => e.CalendarKey).HasMaxLength(50);
        builder.Property(e => e.ColorId).HasMaxLength(10);
        builder.Property(e => e.BookedBy).HasMaxLength(100);
        builder.HasIndex(e => new { e.CalendarKey, e.EndsAt });
        builder.HasIndex(e => e.BookingId).HasFilter("\"BookingId\" IS NOT NULL");
    }
}

internal sealed class CentralTakingMapping : IEntityTypeConfiguration<CentralTaking>
{
    public void Configure(EntityTypeBuilder<CentralTaking> builder)
    {
        builder.ToTable("central_takings");
        builder.HasKey(t => new { t.EventId, t.Day });
        builder.HasIndex(t => t.Day);
    }
}

internal sealed class LocalEventMapping : IEntityTypeConfiguration<LocalEvent>
{
    public void Configure(EntityTypeBuilder<LocalEvent> builder)
    {
        builder.ToTable("local_events");
        builder.HasKey(e => new { e.CalendarKey, e.EventId });
        builder.Property(e => e.CalendarKey).HasMaxLength(50);
        builder.Property(e => e.ColorId).HasMaxLength(10);
        builder.HasIndex(e => new { e.CalendarKey, e.Revision });
        builder.HasIndex(e => new { e.CalendarKey, e.EndsAt });
        builder.HasIndex(e => e.Revision).IsUnique();
    }
}

internal sealed class CalendarWriteMapping : IEntityTypeConfiguration<CalendarWrite>
{
    public void Configure(EntityTypeBuilder<CalendarWrite> builder)
    {
        builder.ToTable("calendar_writes");
        builder.HasKey(w => w.BookingId);
        builder.Property(w => w.BookingId).ValueGeneratedNever();
        builder.HasIndex(w => w.EventId).HasFilter("\"EventId\" IS NOT NULL");
        builder.HasIndex(w => w.NextTryAt).HasFilter("\"Done\" < \"Wanted\"");
    }
}

internal sealed class CalendarAbsenceMapping : IEntityTypeConfiguration<CalendarAbsence>
{
    public void Configure(EntityTypeBuilder<CalendarAbsence> builder)
    {
        builder.ToTable("calendar_absences");
        builder.HasKey(a => a.BookingId);
        builder.Property(a => a.BookingId).ValueGeneratedNever();
        builder.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CalendarChannelMapping : IEntityTypeConfiguration<CalendarChannel>
{
    public void Configure(EntityTypeBuilder<CalendarChannel> builder)
    {
        builder.ToTable("calendar_channels");
        builder.HasKey(c => c.ChannelId);
        builder.Property(c => c.ChannelId).HasMaxLength(64);
        builder.Property(c => c.CalendarKey).HasMaxLength(50);
        builder.Property(c => c.Source).HasMaxLength(255);
        builder.Property(c => c.Address).HasMaxLength(500);
        builder.Property(c => c.TokenHash).HasMaxLength(64);
        builder.HasIndex(c => c.CalendarKey);
    }
}

internal sealed class RequestLeaseMapping : IEntityTypeConfiguration<RequestLease>
{
    public void Configure(EntityTypeBuilder<RequestLease> builder)
    {
        builder.ToTable("request_leases");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.UsableUntil);
    }
}
