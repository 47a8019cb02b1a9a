using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>Maps <see cref="GameNews"/> to the table <c>game_news</c>.</summary>
internal sealed class GameNewsMapping : IEntityTypeConfiguration<GameNews>
{
    public void Configure(EntityTypeBuilder<GameNews> builder)
    {
        builder.ToTable("game_news");
        builder.HasKey(n => new { n.AccountId, n.Key });
        builder.Property(n => n.Key).HasMaxLength(60);
        builder.HasIndex(n => n.AccountId).HasFilter("\"SeenAt\" IS NULL");
    }
}
