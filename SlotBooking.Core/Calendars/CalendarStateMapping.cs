using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Calendars;

/// <summary>Maps <see cref="CalendarState"/> to the table <c>calendar_states</c>.</summary>
internal sealed class CalendarStateMapping : IEntityTypeConfiguration<CalendarState>
{
    public void Configure(EntityTypeBuilder<CalendarState> builder)
    {
        builder.ToTable("calendar_states");
        builder.HasKey(s => s.CalendarKey);
        builder.Property(s => s.CalendarKey).HasMaxLength(50);
        builder.Property(s => s.Source).HasMaxLength(255);
        builder.Property(s => s.Trouble).HasConversion<string>().HasMaxLength(20);
    }
}
