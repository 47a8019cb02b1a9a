using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Maps <see cref="CalendarChannel"/> to the table <c>calendar_channels</c>.</summary>
internal sealed class CalendarChannelMapping : IEntityTypeConfiguration<CalendarChannel>
{
    public void Configure(EntityTypeBuilder<CalendarChannel> builder)
    {
        builder.ToTable("calendar_channels");
        builder.HasKey(c => c.ChannelId);
        builder.Property(c => c.ChannelId).HasMaxLength(64);
        builder.Property(c => c.CalendarKey).HasMaxLength(50);
        builder.Property(c => c.Source).HasMaxLength(255);
        builder.Property(c => c.Address).HasMaxLength(500);
        builder.Property(c => c.TokenHash).HasMaxLength(64);
        builder.HasIndex(c => c.CalendarKey);
    }
}
