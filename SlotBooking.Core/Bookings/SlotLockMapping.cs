using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Bookings;

/// <summary>Maps <see cref="SlotLock"/> to the table <c>slots</c>.</summary>
internal sealed class SlotLockMapping : IEntityTypeConfiguration<SlotLock>
{
    public void Configure(EntityTypeBuilder<SlotLock> builder)
    {
        builder.ToTable("slots");
        builder.HasKey(s => new { s.Day, s.Start });
    }
}
