using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="CustomerWord"/> to the table <c>customer_words</c>.</summary>
internal sealed class CustomerWordMapping : IEntityTypeConfiguration<CustomerWord>
{
    public void Configure(EntityTypeBuilder<CustomerWord> builder)
    {
        builder.ToTable("customer_words");
        builder.InsertInBulk(80);
        builder.HasKey(w => new { w.Word, w.SortKey, w.CustomerId });
        builder.Property(w => w.Word).HasMaxLength(CustomerWord.Limit);
        builder.Property(w => w.SortKey).HasMaxLength(CustomerWord.Limit);
        builder.HasIndex(w => new { w.CustomerId, w.Word });
    }
}
