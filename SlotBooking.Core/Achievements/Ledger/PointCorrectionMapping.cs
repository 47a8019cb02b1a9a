using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="PointCorrection"/> to the table <c>point_corrections</c>.</summary>
internal sealed class PointCorrectionMapping : IEntityTypeConfiguration<PointCorrection>
{
    public void Configure(EntityTypeBuilder<PointCorrection> builder)
    {
        builder.ToTable("point_corrections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(PointCorrection.ReasonLimit);
        builder.Property(c => c.Author).HasMaxLength(100);
        builder.HasIndex(c => c.AccountId);
    }
}
