using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Availability;

/// <summary>Maps <see cref="Consultant"/> to the table <c>consultants</c>.</summary>
internal sealed class ConsultantMapping : IEntityTypeConfiguration<Consultant>
{
    public void Configure(EntityTypeBuilder<Consultant> builder)
    {
        builder.ToTable("consultants");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.CalendarKey);
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.CalendarId).HasMaxLength(255);
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.AccountId).IsUnique().HasFilter("\"AccountId\" IS NOT NULL");
    }
}
