using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Availability;

/// <summary>Maps <see cref="CentralTaking"/> to the table <c>central_takings</c>.</summary>
internal sealed class CentralTakingMapping : IEntityTypeConfiguration<CentralTaking>
{
    public void Configure(EntityTypeBuilder<CentralTaking> builder)
    {
        builder.ToTable("central_takings");
        builder.HasKey(t => new { t.EventId, t.Day });
        builder.HasIndex(t => t.Day);
    }
}
