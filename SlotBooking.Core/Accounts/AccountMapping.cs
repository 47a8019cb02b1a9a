using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Accounts;

/// <summary>Maps <see cref="Account"/> to the table <c>accounts</c>, with the column lengths of ASP.NET Core Identity.</summary>
internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    private const int NameLimit = 256;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.DisplayName).HasMaxLength(100);
        builder.Property(a => a.UserName).HasMaxLength(NameLimit);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(NameLimit);
        builder.Property(a => a.Email).HasMaxLength(NameLimit);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(NameLimit);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(a => a.NormalizedUserName, "UserNameIndex").IsUnique();
        builder.HasIndex(a => a.NormalizedEmail, "EmailIndex");
    }
}
