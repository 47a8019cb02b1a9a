using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Google;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Registers the calendars.</summary>
public static class CalendarRegistration
{
    /// <summary>Adds reading and writing of calendars; the configuration says whose.</summary>
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
        services.AddSingleton<OutboxIntake>();
        services.AddSingleton<CalendarOutbox>();
        services.AddSingleton<ConsultantImport>();
        services.AddSingleton<CalendarOverviewReader>();
        services.AddSingleton<CalendarCheck>();
        services.AddSingleton<CalendarDesk>();
        services.AddJob<CalendarSyncJob>();
        services.AddSingleton<OutcomeReader>();
        services.AddJob<OutcomesJob>();
        return services;
    }

    /// <summary>Adds the loops that a serving program runs; console verbs do without.</summary>
    public static IServiceCollection AddCalendarLoops(this IServiceCollection services)
    {
        services.AddHostedService<CalendarSyncLoop>();
        services.AddHostedService<CalendarOutboxLoop>();
        if (services.Any(s => s.ServiceType == typeof(AbandonedChannels)))
        {
            services.AddHostedService<PushLoop>();
        }

        services.AddHostedService<OutcomeLoop>();
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
