using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="Player"/> to the table <c>game_players</c>.</summary>
internal sealed class PlayerMapping : IEntityTypeConfiguration<Player>
{
    private const int PeriodLength = 10;

    public void Configure(EntityTypeBuilder<Player> builder)
    {
        builder.ToTable("game_players");
        builder.HasKey(p => p.AccountId);
        builder.Property(p => p.AccountId).ValueGeneratedNever();
        builder.Property(p => p.ThenMonth).HasMaxLength(PeriodLength);
    }
}
