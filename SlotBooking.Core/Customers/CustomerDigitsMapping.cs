using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="CustomerDigits"/> to the table <c>customer_digits</c>.</summary>
internal sealed class CustomerDigitsMapping : IEntityTypeConfiguration<CustomerDigits>
{
    public void Configure(EntityTypeBuilder<CustomerDigits> builder)
    {
        builder.ToTable("customer_digits");
        builder.InsertInBulk(90);
        builder.HasKey(d => new { d.Digits, d.CustomerId });
        builder.Property(d => d.Digits).HasMaxLength(20);
    }
}
