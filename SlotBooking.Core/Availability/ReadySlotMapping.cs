using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Availability;

/// <summary>Maps <see cref="ReadySlot"/> to the table <c>ready_slots</c>.</summary>
internal sealed class ReadySlotMapping : IEntityTypeConfiguration<ReadySlot>
{
    public void Configure(EntityTypeBuilder<ReadySlot> builder)
    {
        builder.ToTable("ready_slots");
        builder.HasKey(r => new { r.Day, r.Start, r.ConsultantId });
        builder.HasOne<Consultant>().WithMany().HasForeignKey(r => r.ConsultantId).OnDelete(DeleteBehavior.Cascade);
    }
}
