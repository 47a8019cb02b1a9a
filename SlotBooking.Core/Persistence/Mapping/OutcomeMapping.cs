using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Outcomes;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class OutcomeChangeMapping : IEntityTypeConfiguration<OutcomeChange>
{
    public void Configure(EntityTypeBuilder<OutcomeChange> builder)
    {
        builder.ToTable("outcome_changes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.From).HasMaxLength(20);
        builder.Property(c => c.To).HasMaxLength(20);
        builder.Property(c => c.Source).HasMaxLength(10);
        builder.Property(c => c.Detail).HasMaxLength(200);
        builder.HasIndex(c => c.BookingId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MarkLookMapping : IEntityTypeConfiguration<MarkLook>
{
    public void Configure(EntityTypeBuilder<MarkLook> builder)
    {
        builder.ToTable("mark_looks");
        builder.HasKey(l => l.EventId);
        builder.HasIndex(l => l.LookAt);
    }
}
