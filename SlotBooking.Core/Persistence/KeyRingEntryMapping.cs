using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Persistence;

/// <summary>Maps <see cref="KeyRingEntry"/> to the table <c>key_ring</c>.</summary>
internal sealed class KeyRingEntryMapping : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
    {
        builder.ToTable("key_ring");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
