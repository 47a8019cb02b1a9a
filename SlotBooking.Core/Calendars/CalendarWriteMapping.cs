using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars;

/// <summary>Maps <see cref="CalendarWrite"/> to the table <c>calendar_writes</c>.</summary>
internal sealed class CalendarWriteMapping : IEntityTypeConfiguration<CalendarWrite>
{
    public void Configure(EntityTypeBuilder<CalendarWrite> builder)
    {
        builder.ToTable("calendar_writes");
        builder.HasKey(w => w.BookingId);
        builder.Property(w => w.BookingId).ValueGeneratedNever();
        builder.HasIndex(w => w.EventId).HasFilter("\"EventId\" IS NOT NULL");
        builder.HasIndex(w => w.NextTryAt).HasFilter("\"Done\" < \"Wanted\"");
    }
}
