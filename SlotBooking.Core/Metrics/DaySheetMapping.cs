using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Metrics;

/// <summary>Maps <see cref="DaySheet"/> to the table <c>day_sheets</c>.</summary>
internal sealed class DaySheetMapping : IEntityTypeConfiguration<DaySheet>
{
    public void Configure(EntityTypeBuilder<DaySheet> builder)
    {
        builder.ToTable("day_sheets");
        builder.HasKey(s => s.Day);
        builder.Property(s => s.Day).ValueGeneratedNever();
    }
}
