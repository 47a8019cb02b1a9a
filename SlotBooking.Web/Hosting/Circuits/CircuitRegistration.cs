using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Registers circuits and what guards them.</summary>
internal static class CircuitRegistration
{
    public static IServiceCollection AddCircuits(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddOptions<CircuitLimits>().BindConfiguration("Circuits").ValidateDataAnnotations().ValidateOnStart();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DetailedErrors = environment.IsDevelopment();
            options.DisconnectedCircuitMaxRetained = 200; // a whole office after a hiccup of the network
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        });
        services.AddSingleton<CircuitGate>();
        services.AddSingleton<DrawingTurns>();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CircuitSession>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitSession>());
        return services;
    }
}
