using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
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
        builder.Property(b => b.Status).HasMaxLength(20);
        builder.Property(b => b.AgentName).HasMaxLength(100);
        builder.Property(b => b.CancelReason).HasMaxLength(200);
        builder.Property(b => b.CalendarEventId).HasMaxLength(1024);
        builder.Property(b => b.CalendarReading).HasMaxLength(20);
        builder.Property(b => b.DecidedFrom).HasMaxLength(10);
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

internal sealed class SlotPlaceMapping : IEntityTypeConfiguration<SlotPlace>
{
    public void Configure(EntityTypeBuilder<SlotPlace> builder)
    {
        builder.ToTable("slot_places", table => table.HasCheckConstraint("CK_slot_places_Number", "\"Number\" >= 1"));
        builder.HasKey(p => new { p.Day, p.Start, p.Number });
        builder.HasIndex(p => p.BookingId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SlotLockMapping : IEntityTypeConfiguration<SlotLock>
{
    public void Configure(EntityTypeBuilder<SlotLock> builder)
    {
        builder.ToTable("slots");
        builder.HasKey(s => new { s.Day, s.Start });
    }
}

internal sealed class ProcessedCommandMapping : IEntityTypeConfiguration<ProcessedCommand>
{
    public void Configure(EntityTypeBuilder<ProcessedCommand> builder)
    {
        builder.ToTable("commands");
        builder.HasKey(c => c.CommandId);
        builder.Property(c => c.CommandId).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.HasIndex(c => c.BookingId);
    }
}
