using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Availability;

/// <summary>Maps <see cref="AvailabilityWindow"/> to the table <c>availability_window</c>.</summary>
internal sealed class AvailabilityWindowMapping : IEntityTypeConfiguration<AvailabilityWindow>
{
    public void Configure(EntityTypeBuilder<AvailabilityWindow> builder)
    {
        builder.ToTable("availability_window", table => table.HasCheckConstraint("CK_availability_window_Id", "\"Id\" = 1"));
        builder.Property(w => w.Id).ValueGeneratedNever();
    }
}
