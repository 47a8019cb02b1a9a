using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Maps <see cref="ProcessedCommand"/> to the table <c>commands</c>.</summary>
internal sealed class ProcessedCommandMapping : IEntityTypeConfiguration<ProcessedCommand>
{
    public void Configure(EntityTypeBuilder<ProcessedCommand> builder)
    {
        builder.ToTable("commands");
        builder.InsertInBulk(30);
        builder.HasKey(c => c.CommandId);
        builder.Property(c => c.CommandId).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.HasIndex(c => c.BookingId);
    }
}
