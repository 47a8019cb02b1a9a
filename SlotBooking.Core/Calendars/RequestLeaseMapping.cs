using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars;

/// <summary>Maps <see cref="RequestLease"/> to the table <c>request_leases</c>.</summary>
internal sealed class RequestLeaseMapping : IEntityTypeConfiguration<RequestLease>
{
    public void Configure(EntityTypeBuilder<RequestLease> builder)
    {
        builder.ToTable("request_leases");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.UsableUntil);
    }
}
