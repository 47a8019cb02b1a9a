using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Availability;

/// <summary>Registers readiness and blocks.</summary>
public static class AvailabilityRegistration
{
    /// <summary>Adds what works out, edits and publishes readiness, and the job that does so every hour.</summary>
    public static IServiceCollection AddAvailability(this IServiceCollection services)
    {
        services.AddSingleton<AvailabilityFile>();
        services.AddSingleton<AvailabilityService>();
        services.AddSingleton<ReadinessReader>();
        services.AddSingleton<ReadinessService>();
        services.AddSingleton<BlockService>();
        services.AddSingleton<CapacityOutlook>();
        services.AddJob<AvailabilityJob>();
        return services;
    }

    /// <summary>Lets a serving program work out readiness at once when something changed.</summary>
    public static IServiceCollection AddAvailabilityWatcher(this IServiceCollection services) => services.AddHostedService<AvailabilityWatcher>();
}
