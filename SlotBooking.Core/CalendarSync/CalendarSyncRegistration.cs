using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Registers what keeps bookings and the central calendar in line.</summary>
public static class CalendarSyncRegistration
{
    /// <summary>Adds the outbox, the proof of deletions, the overview for admins and the job.</summary>
    public static IServiceCollection AddCalendarSync(this IServiceCollection services)
    {
        services.AddSingleton<OutboxIntake>();
        services.AddSingleton<CalendarOutbox>();
        services.AddSingleton<IPendingWritesQuery, PendingWritesQuery>();
        services.AddSingleton<IPendingWrites>(provider => provider.GetRequiredService<CalendarOutbox>());
        services.AddSingleton<IAppointmentTracker, AppointmentTracker>();
        services.AddSingleton<IOwnEventQuery, OwnEventQuery>();
        services.AddSingleton<CalendarOverviewReader>();
        services.AddSingleton<CalendarCheck>();
        services.AddSingleton<CalendarDesk>();
        services.AddJob<CalendarSyncJob>();
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

        return services;
    }
}
