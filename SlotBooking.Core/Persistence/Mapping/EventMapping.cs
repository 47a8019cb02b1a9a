using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class EventMapping : IEntityTypeConfiguration<OfficeEvent>
{
    public void Configure(EntityTypeBuilder<OfficeEvent> builder)
    {
        builder.ToTable("events");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedOnAdd();
        builder.Property(e => e.Kind).HasMaxLength(50);
        builder.Property(e => e.Transaction).ValueGeneratedOnAdd().HasDefaultValue(0L);
        builder.HasIndex(e => e.BookingId);
        builder.HasIndex(e => new { e.Transaction, e.Sequence });
    }
}

internal sealed class CursorMapping : IEntityTypeConfiguration<ReaderCursor>
{
    public void Configure(EntityTypeBuilder<ReaderCursor> builder)
    {
        builder.ToTable("cursors");
        builder.HasKey(c => c.Reader);
        builder.Property(c => c.Reader).HasMaxLength(50);
    }
}
