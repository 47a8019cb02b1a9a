using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Absences;

/// <summary>Maps <see cref="Absence"/> to the table <c>absences</c>.</summary>
internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(a => a.Author).HasMaxLength(100);
        builder.Property(a => a.WithdrawnBy).HasMaxLength(100);
        builder.HasIndex(a => new { a.AccountId, a.First });
    }
}
