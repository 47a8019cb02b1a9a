using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Maps <see cref="SlotPlace"/> to the table <c>slot_places</c>.</summary>
internal sealed class SlotPlaceMapping : IEntityTypeConfiguration<SlotPlace>
{
    public void Configure(EntityTypeBuilder<SlotPlace> builder)
    {
        builder.ToTable("slot_places", table => table.HasCheckConstraint("CK_slot_places_Number", "\"Number\" >= 1"));
        builder.InsertInBulk(20);
        builder.HasKey(p => new { p.Day, p.Start, p.Number });
        builder.HasIndex(p => p.BookingId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}
