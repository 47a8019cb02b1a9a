using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Availability;

/// <summary>Registers readiness and blocks.</summary>
public static class AvailabilityRegistration
{
    /// <summary>Adds what works out, edits and publishes readiness, and the job that does so every hour.</summary>
    /// <exception cref="ConfigurationException">A setting is wrong.</exception>
    public static IServiceCollection AddAvailability(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ConsultantOptions.From(configuration));
        services.AddSingleton<ConsultantImport>();
        services.AddSingleton<ICalendarSource, ConsultantCalendars>();
        services.AddSingleton<IMirrorObserver, CentralTakingsObserver>();
        services.AddSingleton<AvailabilityFile>();
        services.AddSingleton<AvailabilityService>();
        services.AddSingleton<ReadinessService>();
        services.AddSingleton<BlockService>();
        services.AddJob<AvailabilityJob>();
        return services;
    }

    /// <summary>Lets a serving program work out readiness at once when something changed.</summary>
    public static IServiceCollection AddAvailabilityWatcher(this IServiceCollection services) => services.AddHostedService<AvailabilityWatcher>();
}
