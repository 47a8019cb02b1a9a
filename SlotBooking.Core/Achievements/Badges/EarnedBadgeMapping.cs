using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Badges;

/// <summary>Maps <see cref="EarnedBadge"/> to the table <c>game_badges</c>.</summary>
internal sealed class EarnedBadgeMapping : IEntityTypeConfiguration<EarnedBadge>
{
    private const int PeriodLength = 10;

    public void Configure(EntityTypeBuilder<EarnedBadge> builder)
    {
        builder.ToTable("game_badges");
        builder.HasKey(b => new { b.AccountId, b.BadgeId, b.Period });
        builder.Property(b => b.BadgeId).HasMaxLength(40);
        builder.Property(b => b.Period).HasMaxLength(PeriodLength);
    }
}
