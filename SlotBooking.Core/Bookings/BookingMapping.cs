using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Maps <see cref="Booking"/> to the table <c>bookings</c>.</summary>
internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.InsertInBulk(10, isReferenced: true);
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.Slot);
        builder.Ignore(b => b.HoldsPlace);
        builder.Ignore(b => b.IsErased);
        builder.Property(b => b.LastName).HasMaxLength(100);
        builder.Property(b => b.FirstName).HasMaxLength(100);
        builder.Property(b => b.Phone).HasMaxLength(50);
        builder.Property(b => b.PhoneKey).HasMaxLength(20);
        builder.Property(b => b.NameKey).HasMaxLength(210);
        builder.Property(b => b.Email).HasMaxLength(254);
        builder.Property(b => b.Note).HasMaxLength(500);
        builder.Property(b => b.Campaign).HasMaxLength(100);
        builder.Property(b => b.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(b => b.AgentName).HasMaxLength(100);
        builder.Property(b => b.CancelReason).HasMaxLength(200);
        builder.Property(b => b.CalendarEventId).HasMaxLength(1024);
        builder.Property(b => b.CalendarReading).HasMaxLength(20);
        builder.Property(b => b.DecidedFrom).HasConversion<string>().HasMaxLength(10);
        builder.Property(b => b.CallBackNote).HasMaxLength(500);
        builder.HasIndex(b => new { b.Day, b.Start });
        builder.HasIndex(b => b.CalendarEventId).IsUnique().HasFilter("\"CalendarEventId\" IS NOT NULL");
        builder.HasIndex(b => new { b.AgentId, b.BookedOn });
        builder.HasIndex(b => new { b.AgentId, b.Day });
        builder.HasIndex(b => b.AgentId).HasFilter("\"CancelledInCalendar\"");
        builder.HasIndex(b => b.PhoneKey).HasFilter("\"PhoneKey\" IS NOT NULL");
        builder.HasIndex(b => b.NameKey);
        builder.HasIndex(b => b.BookedOn);
        builder.HasIndex(b => new { b.CustomerId, b.StartsAt });
    }
}
