using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Maps <see cref="PeriodSum"/> to the table <c>game_sums</c>.</summary>
internal sealed class PeriodSumMapping : IEntityTypeConfiguration<PeriodSum>
{
    private const int PeriodLength = 10;

    public void Configure(EntityTypeBuilder<PeriodSum> builder)
    {
        builder.ToTable("game_sums");
        builder.HasKey(s => new { s.Period, s.AccountId });
        builder.Property(s => s.Period).HasMaxLength(PeriodLength);
    }
}
