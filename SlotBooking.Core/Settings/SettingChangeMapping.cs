using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Settings;

/// <summary>Maps <see cref="SettingChange"/> to the table <c>setting_changes</c>.</summary>
internal sealed class SettingChangeMapping : IEntityTypeConfiguration<SettingChange>
{
    public void Configure(EntityTypeBuilder<SettingChange> builder)
    {
        builder.ToTable("setting_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Section).HasMaxLength(50);
        builder.Property(c => c.Author).HasMaxLength(100);
        builder.HasIndex(c => new { c.Section, c.At });
    }
}
