using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Outcomes;

/// <summary>Maps <see cref="MarkLook"/> to the table <c>mark_looks</c>.</summary>
internal sealed class MarkLookMapping : IEntityTypeConfiguration<MarkLook>
{
    public void Configure(EntityTypeBuilder<MarkLook> builder)
    {
        builder.ToTable("mark_looks");
        builder.HasKey(l => l.EventId);
        builder.HasIndex(l => l.LookAt);
    }
}
