using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars;

/// <summary>Maps <see cref="LocalEvent"/> to the table <c>local_events</c>.</summary>
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
