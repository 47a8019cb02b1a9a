using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="CustomerKey"/> to the table <c>customer_keys</c>.</summary>
internal sealed class CustomerKeyMapping : IEntityTypeConfiguration<CustomerKey>
{
    public void Configure(EntityTypeBuilder<CustomerKey> builder)
    {
        builder.ToTable("customer_keys");
        builder.InsertInBulk(70);
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(CustomerKey.Limit);
        builder.HasIndex(k => k.CustomerId);
    }
}
