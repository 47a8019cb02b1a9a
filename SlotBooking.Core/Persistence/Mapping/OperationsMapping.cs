using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Persistence.Mapping;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.Property(a => a.DisplayName).HasMaxLength(100);
}

internal sealed class SettingRowMapping : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(s => s.Section);
        builder.Property(s => s.Section).HasMaxLength(50);
    }
}

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

internal sealed class JobWindowMapping : IEntityTypeConfiguration<JobWindow>
{
    public void Configure(EntityTypeBuilder<JobWindow> builder)
    {
        builder.ToTable("job_windows");
        builder.HasKey(w => new { w.Job, w.Window });
        builder.Property(w => w.Job).HasMaxLength(50);
        builder.Property(w => w.State).HasMaxLength(20);
        builder.Property(w => w.Runner).HasMaxLength(100);
    }
}

internal sealed class KeyRingMapping : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
    {
        builder.ToTable("key_ring");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
