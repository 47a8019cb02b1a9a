using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Metrics;

/// <summary>Registers what counts appointments.</summary>
public static class MetricsRegistration
{
    /// <summary>Adds the figures, the files in which they are published, and the jobs that publish them.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddSingleton<DaySheets>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton<MetricsDesk>();
        services.AddSingleton<AttendanceReader>();
        services.AddSingleton<MetricsFiles>();
        services.AddJob<DailyMetricsJob>();
        services.AddJob<WeeklyReportJob>();
        return services;
    }
}
