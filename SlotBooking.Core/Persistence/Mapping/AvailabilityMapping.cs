using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Availability;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class ConsultantMapping : IEntityTypeConfiguration<Consultant>
{
    public void Configure(EntityTypeBuilder<Consultant> builder)
    {
        builder.ToTable("consultants");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.CalendarKey);
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.CalendarId).HasMaxLength(255);
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.AccountId).IsUnique().HasFilter("\"AccountId\" IS NOT NULL");
    }
}

internal sealed class ReadySlotMapping : IEntityTypeConfiguration<ReadySlot>
{
    public void Configure(EntityTypeBuilder<ReadySlot> builder)
    {
        builder.ToTable("ready_slots");
        builder.HasKey(r => new { r.Day, r.Start, r.ConsultantId });
        builder.HasOne<Consultant>().WithMany().HasForeignKey(r => r.ConsultantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AvailabilityWindowMapping : IEntityTypeConfiguration<AvailabilityWindow>
{
    public void Configure(EntityTypeBuilder<AvailabilityWindow> builder)
    {
        builder.ToTable("availability_window", table => table.HasCheckConstraint("CK_availability_window_Id", "\"Id\" = 1"));
        builder.Property(w => w.Id).ValueGeneratedNever();
    }
}

internal sealed class BlockMapping : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("blocks");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Reason).HasMaxLength(200);
        builder.Property(b => b.Author).HasMaxLength(100);
        builder.HasIndex(b => b.LastDay);
    }
}
