using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Customers;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
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

internal sealed class CustomerKeyMapping : IEntityTypeConfiguration<CustomerKey>
{
    public void Configure(EntityTypeBuilder<CustomerKey> builder)
    {
        builder.ToTable("customer_keys");
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(CustomerKey.Limit);
        builder.HasIndex(k => k.CustomerId);
    }
}

internal sealed class CustomerWordMapping : IEntityTypeConfiguration<CustomerWord>
{
    public void Configure(EntityTypeBuilder<CustomerWord> builder)
    {
        builder.ToTable("customer_words");
        builder.HasKey(w => new { w.Word, w.SortKey, w.CustomerId });
        builder.Property(w => w.Word).HasMaxLength(CustomerWord.Limit);
        builder.Property(w => w.SortKey).HasMaxLength(CustomerWord.Limit);
        builder.HasIndex(w => new { w.CustomerId, w.Word });
    }
}

internal sealed class CustomerDigitsMapping : IEntityTypeConfiguration<CustomerDigits>
{
    public void Configure(EntityTypeBuilder<CustomerDigits> builder)
    {
        builder.ToTable("customer_digits");
        builder.HasKey(d => new { d.Digits, d.CustomerId });
        builder.Property(d => d.Digits).HasMaxLength(20);
    }
}

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
