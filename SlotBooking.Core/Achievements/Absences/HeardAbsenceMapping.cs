using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Absences;

/// <summary>Maps <see cref="HeardAbsence"/> to the table <c>game_absences</c>.</summary>
internal sealed class HeardAbsenceMapping : IEntityTypeConfiguration<HeardAbsence>
{
    public void Configure(EntityTypeBuilder<HeardAbsence> builder)
    {
        builder.ToTable("game_absences");
        builder.HasKey(a => a.AbsenceId);
        builder.Property(a => a.AbsenceId).ValueGeneratedNever();
        builder.HasIndex(a => a.AccountId);
    }
}
