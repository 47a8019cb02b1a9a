using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Availability;

/// <summary>Maps <see cref="Block"/> to the table <c>blocks</c>.</summary>
internal sealed class BlockMapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("blocks");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Reason).HasMaxLength(200);
        builder.Property(b => b.Author).HasMaxLength(100);
        builder.HasIndex(b => b.LastDay);
    }
}
