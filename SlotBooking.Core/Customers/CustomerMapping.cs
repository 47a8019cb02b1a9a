using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="Customer"/> to the table <c>customers</c>.</summary>
internal sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
        builder.InsertInBulk(60);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.LastName).HasMaxLength(100);
        builder.Property(c => c.FirstName).HasMaxLength(100);
        builder.Property(c => c.Phone).HasMaxLength(50);
        builder.Property(c => c.PhoneKey).HasMaxLength(20);
        builder.Property(c => c.NameKey).HasMaxLength(CustomerName.KeyLimit);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.HasIndex(c => c.NameKey);
        builder.HasIndex(c => c.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
    }
}
