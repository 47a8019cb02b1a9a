using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Maps <see cref="FeedLink"/> to the table <c>feed_links</c>.</summary>
internal sealed class FeedLinkMapping : IEntityTypeConfiguration<FeedLink>
{
    public void Configure(EntityTypeBuilder<FeedLink> builder)
    {
        builder.ToTable("feed_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.AccountId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
