using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Maps <see cref="GameState"/> to the table <c>game_state</c>.</summary>
internal sealed class GameStateMapping : IEntityTypeConfiguration<GameState>
{
    public void Configure(EntityTypeBuilder<GameState> builder)
    {
        builder.ToTable("game_state");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RebuildingUntil).IsConcurrencyToken(); // whose sign of life ran out never writes over its successor's
    }
}
