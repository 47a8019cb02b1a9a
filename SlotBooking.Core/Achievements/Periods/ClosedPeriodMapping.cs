using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Maps <see cref="ClosedPeriod"/> to the table <c>game_periods</c>.</summary>
internal sealed class ClosedPeriodMapping : IEntityTypeConfiguration<ClosedPeriod>
{
    private const int PeriodLength = 10;

    public void Configure(EntityTypeBuilder<ClosedPeriod> builder)
    {
        builder.ToTable("game_periods");
        builder.HasKey(p => p.Period);
        builder.Property(p => p.Period).HasMaxLength(PeriodLength);
    }
}
