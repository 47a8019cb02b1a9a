using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Maps <see cref="OutcomeChange"/> to the table <c>outcome_changes</c>.</summary>
internal sealed class OutcomeChangeMapping : IEntityTypeConfiguration<OutcomeChange>
{
    public void Configure(EntityTypeBuilder<OutcomeChange> builder)
    {
        builder.ToTable("outcome_changes");
        builder.InsertInBulk(40);
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.From).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.To).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Source).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.Detail).HasMaxLength(200);
        builder.HasIndex(c => c.BookingId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}
