using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Accounts;

/// <summary>Maps <see cref="Role"/> to the table <c>roles</c>, with the column lengths of ASP.NET Core Identity.</summary>
internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    private const int NameLimit = 256;

    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Name).HasMaxLength(NameLimit);
        builder.Property(r => r.NormalizedName).HasMaxLength(NameLimit);
        builder.Property(r => r.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(r => r.NormalizedName, "RoleNameIndex").IsUnique();
    }
}
