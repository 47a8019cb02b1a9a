using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars;

/// <summary>Maps <see cref="MirroredEvent"/> to the table <c>calendar_events</c>.</summary>
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
