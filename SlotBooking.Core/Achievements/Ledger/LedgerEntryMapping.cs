using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Maps <see cref="LedgerEntry"/> to the table <c>game_entries</c>.</summary>
internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("game_entries");
        builder.HasKey(e => new { e.Source, e.Rule, e.AccountId, e.Turn });
        builder.Property(e => e.Rule).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(e => new { e.AccountId, e.Day });
    }
}
