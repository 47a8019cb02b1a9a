using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Events;

/// <summary>Maps <see cref="ReaderCursor"/> to the table <c>cursors</c>.</summary>
internal sealed class ReaderCursorMapping : IEntityTypeConfiguration<ReaderCursor>
{
    public void Configure(EntityTypeBuilder<ReaderCursor> builder)
    {
        builder.ToTable("cursors");
        builder.HasKey(c => c.Reader);
        builder.Property(c => c.Reader).HasMaxLength(50);
    }
}
