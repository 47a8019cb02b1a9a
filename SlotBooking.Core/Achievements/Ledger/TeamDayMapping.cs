using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="TeamDay"/> to the table <c>game_team_days</c>.</summary>
internal sealed class TeamDayMapping : IEntityTypeConfiguration<TeamDay>
{
    public void Configure(EntityTypeBuilder<TeamDay> builder)
    {
        builder.ToTable("game_team_days");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Day).ValueGeneratedNever();
    }
}
