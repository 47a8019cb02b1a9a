using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Calendars.Google;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Registers the calendars.</summary>
public static class CalendarRegistration
{
    /// <summary>Adds the providers of calendars and the reading into mirrors; the configuration says whose.</summary>
    /// <remarks>Needs what other features bring: an <see cref="ICalendarSource"/> and an <see cref="IAppointmentTracker"/>.</remarks>
    /// <exception cref="ConfigurationException">A setting is wrong.</exception>
    public static IServiceCollection AddCalendars(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = CalendarSettings.From(configuration);
        services.AddSingleton(settings);
        if (settings.Google is { } google)
        {
            services.AddSingleton(google);
            services.AddSingleton<RequestBudget>();
            services.AddSingleton<GoogleCalendarProvider>();
            AddPush(services, PushSettings.From(configuration));
        }

        services.AddSingleton<LocalCalendarProvider>();
        services.AddSingleton<CalendarDirectory>();
        services.AddSingleton<CalendarHealth>();
        services.AddOfficeSettings();
        services.AddSingleton<PushedCalendars>();
        services.AddSingleton<CalendarSyncService>();
        return services;
    }

    private static void AddPush(IServiceCollection services, PushSettings? settings)
    {
        services.AddSingleton<ICalendarPush>(provider => provider.GetRequiredService<GoogleCalendarProvider>());
        services.AddSingleton(provider => new AbandonedChannels(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<CalendarDirectory>(),
            provider.GetRequiredService<ICalendarPush>(),
            settings is not null,
            provider.GetRequiredService<OfficeClock>(),
            provider.GetRequiredService<ILogger<AbandonedChannels>>()));
        if (settings is not null)
        {
            services.AddSingleton(settings);
            services.AddSingleton<PushChannels>();
            services.AddSingleton<PushDoor>();
        }
    }
}
