using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Maps <see cref="OfficeEvent"/> to the table <c>events</c>.</summary>
internal sealed class OfficeEventMapping : IEntityTypeConfiguration<OfficeEvent>
{
    public void Configure(EntityTypeBuilder<OfficeEvent> builder)
    {
        builder.ToTable("events");
        builder.InsertInBulk(50);
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedOnAdd();
        builder.Property(e => e.Kind).HasMaxLength(50);
        builder.Property(e => e.Transaction).ValueGeneratedOnAdd().HasDefaultValue(0L);
        builder.HasIndex(e => e.BookingId);
        builder.HasIndex(e => new { e.Transaction, e.Sequence });
    }
}
