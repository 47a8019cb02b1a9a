using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>The database as EF Core sees it, the same on SQLite and PostgreSQL. Lives for one operation; comes from a factory.</summary>
/// <remarks>
/// Knows no table but the framework's key ring: each feature maps its entities beside them and adds its sets as extension properties (<c>BookingTables</c> …).
/// Writes go through <see cref="Database"/>, which owns the gate, the transaction and the notification of commit observers.
/// </remarks>
public sealed class SlotBookingDb(DbContextOptions<SlotBookingDb> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Gets the keys that protect cookies: in the database, so that nodes share them and they outlive a deployment.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SlotBookingDb).Assembly);
    }
}
