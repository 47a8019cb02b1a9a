using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace SlotBooking.Core.Persistence;

/// <summary>Registers the database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds contexts (pooled, by factory), the write path and the starter for the target given.</summary>
    public static IServiceCollection AddSlotBookingDatabase(this IServiceCollection services, DatabaseTarget target)
    {
        services.AddSingleton(target);
        services.AddPooledDbContextFactory<SlotBookingDb>(options => Configure(options, target));
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStarter>();
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton<KeyRingStore>();
        return services;
    }

    /// <summary>Points EF Core at the target.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseTarget target)
    {
        // Migrations are written by hand, without the tool's model snapshot; a test holds the schema against the model instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (target.IsSqlite)
        {
            // Lists go in as one parameter: with one for each element, a statement is made anew for every length of the list.
            options.UseSqlite(target.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(new SqlitePragmas());
        }
        else
        {
            options.UseNpgsql(target.ConnectionString);
        }
    }
}
