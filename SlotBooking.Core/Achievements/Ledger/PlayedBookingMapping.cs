using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="PlayedBooking"/> to the table <c>game_bookings</c>.</summary>
internal sealed class PlayedBookingMapping : IEntityTypeConfiguration<PlayedBooking>
{
    public void Configure(EntityTypeBuilder<PlayedBooking> builder)
    {
        builder.ToTable("game_bookings");
        builder.HasKey(b => b.BookingId);
        builder.Property(b => b.BookingId).ValueGeneratedNever();
        builder.Property(b => b.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(b => new { b.AgentId, b.RowPlace }).HasFilter("\"RowPlace\" IS NOT NULL");
    }
}
