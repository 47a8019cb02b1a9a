using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Metrics;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class DaySheetMapping : IEntityTypeConfiguration<DaySheet>
{
    public void Configure(EntityTypeBuilder<DaySheet> builder)
    {
        builder.ToTable("day_sheets");
        builder.HasKey(s => s.Day);
        builder.Property(s => s.Day).ValueGeneratedNever();
    }
}
