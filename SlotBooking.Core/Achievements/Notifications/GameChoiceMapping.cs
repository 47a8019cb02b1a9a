using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>Maps <see cref="GameChoice"/> to the table <c>game_choices</c>.</summary>
internal sealed class GameChoiceMapping : IEntityTypeConfiguration<GameChoice>
{
    public void Configure(EntityTypeBuilder<GameChoice> builder)
    {
        builder.ToTable("game_choices");
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.AccountId).ValueGeneratedNever();
    }
}
