using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Accounts;

/// <summary>Registers the business settings with the rights of accounts.</summary>
public static class SettingsRegistration
{
    /// <summary>Adds the store of the settings, which only admins may change. May be called by every feature that needs it.</summary>
    public static IServiceCollection AddOfficeSettings(this IServiceCollection services)
    {
        services.TryAddSingleton<ISettingsAuthorizer, AdminSettingsAuthorizer>();
        services.TryAddSingleton<SettingsStore>();
        return services;
    }
}
