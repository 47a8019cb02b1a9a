using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Settings;

/// <summary>Maps <see cref="SettingRow"/> to the table <c>settings</c>.</summary>
internal sealed class SettingRowMapping : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(s => s.Section);
        builder.Property(s => s.Section).HasMaxLength(50);
    }
}
