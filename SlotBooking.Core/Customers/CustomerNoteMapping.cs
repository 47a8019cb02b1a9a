using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Customers;

/// <summary>Maps <see cref="CustomerNote"/> to the table <c>customer_notes</c>.</summary>
internal sealed class CustomerNoteMapping : IEntityTypeConfiguration<CustomerNote>
{
    public void Configure(EntityTypeBuilder<CustomerNote> builder)
    {
        builder.ToTable("customer_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(CustomerNote.Limit);
        builder.Property(n => n.Author).HasMaxLength(100);
        builder.HasIndex(n => n.CustomerId);
    }
}
