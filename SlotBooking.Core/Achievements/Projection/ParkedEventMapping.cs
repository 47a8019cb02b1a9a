using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Maps <see cref="ParkedEvent"/> to the table <c>game_parked</c>.</summary>
internal sealed class ParkedEventMapping : IEntityTypeConfiguration<ParkedEvent>
{
    public void Configure(EntityTypeBuilder<ParkedEvent> builder)
    {
        builder.ToTable("game_parked");
        builder.HasKey(e => e.EventNumber);
        builder.Property(e => e.EventNumber).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.Reason).HasMaxLength(200);
    }
}
