using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SlotBooking.Core.Time;

/// <summary>Registers the office's clock.</summary>
public static class OfficeTimeRegistration
{
    /// <summary>Adds the clock for the zone in <c>Office:Zone</c>, Europe/Berlin by default.</summary>
    /// <exception cref="ConfigurationException">There is no such zone.</exception>
    public static IServiceCollection AddOfficeTime(this IServiceCollection services, IConfiguration configuration)
    {
        var name = configuration["Office:Zone"] is { Length: > 0 } wanted ? wanted : "Europe/Berlin";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            throw new ConfigurationException($"Office:Zone nennt eine Zeitzone, die es nicht gibt: „{name}“. Richtig ist ein Name wie „Europe/Berlin“.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new OfficeClock(provider.GetRequiredService<TimeProvider>(), zone));
        return services;
    }
}
