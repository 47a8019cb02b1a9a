using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Jobs;

/// <summary>Maps <see cref="JobWindow"/> to the table <c>job_windows</c>.</summary>
internal sealed class JobWindowMapping : IEntityTypeConfiguration<JobWindow>
{
    public void Configure(EntityTypeBuilder<JobWindow> builder)
    {
        builder.ToTable("job_windows");
        builder.HasKey(w => new { w.Job, w.Window });
        builder.Property(w => w.Job).HasMaxLength(50);
        builder.Property(w => w.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(w => w.Runner).HasMaxLength(100);
    }
}
