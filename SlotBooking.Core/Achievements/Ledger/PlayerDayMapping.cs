using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="PlayerDay"/> to the table <c>game_days</c>.</summary>
internal sealed class PlayerDayMapping : IEntityTypeConfiguration<PlayerDay>
{
    public void Configure(EntityTypeBuilder<PlayerDay> builder)
    {
        builder.ToTable("game_days");
        builder.HasKey(d => new { d.AccountId, d.Day });
    }
}
