using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="CustomerMerge"/> to the table <c>customer_merges</c>.</summary>
internal sealed class CustomerMergeMapping : IEntityTypeConfiguration<CustomerMerge>
{
    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.ToTable("customer_merges");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Author).HasMaxLength(100);
        builder.Property(m => m.UndoneBy).HasMaxLength(100);
        builder.HasIndex(m => m.IntoId);
    }
}
