using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SlotBooking.Core.Time;

/// <summary>Registers the office's clock.</summary>
public static class TimeRegistration
{
    private const string Setting = "Office:TimeZone";

    /// <summary>Adds the clock in the zone of the setting <c>Office:TimeZone</c>, an IANA name; Europe/Berlin when it is not given.</summary>
    /// <exception cref="ConfigurationException">There is no such zone.</exception>
    public static IServiceCollection AddOfficeClock(this IServiceCollection services, IConfiguration configuration)
    {
        var name = configuration[Setting] is { Length: > 0 } given ? given : "Europe/Berlin";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || !zone.HasIanaId)
        {
            throw new ConfigurationException($"{Setting}: Die Zeitzone „{name}“ gibt es nicht. Nenne eine wie „Europe/Berlin“.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new OfficeClock(provider.GetRequiredService<TimeProvider>(), zone));
        return services;
    }
}
