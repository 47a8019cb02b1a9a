using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Levels;

/// <summary>Maps <see cref="ReachedLevel"/> to the table <c>game_levels</c>.</summary>
internal sealed class ReachedLevelMapping : IEntityTypeConfiguration<ReachedLevel>
{
    public void Configure(EntityTypeBuilder<ReachedLevel> builder)
    {
        builder.ToTable("game_levels");
        builder.HasKey(l => new { l.AccountId, l.Level });
    }
}
