using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Maps <see cref="CalendarAbsence"/> to the table <c>calendar_absences</c>.</summary>
internal sealed class CalendarAbsenceMapping : IEntityTypeConfiguration<CalendarAbsence>
{
    public void Configure(EntityTypeBuilder<CalendarAbsence> builder)
    {
        builder.ToTable("calendar_absences");
        builder.HasKey(a => a.BookingId);
        builder.Property(a => a.BookingId).ValueGeneratedNever();
        builder.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}
