using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SlotBooking.Core.Jobs;

/// <summary>Registers what runs by the clock.</summary>
public static class JobRegistration
{
    /// <summary>Adds the ledger and what runs jobs; the loop itself is started by the web host with <see cref="AddJobLoop"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(JobLease.Default);
        services.AddSingleton<JobLedger>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobOffice>();
        return services;
    }

    /// <summary>Adds one job.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddSingleton<IJob, TJob>();

    /// <summary>Lets this process take due windows by itself.</summary>
    public static IServiceCollection AddJobLoop(this IServiceCollection services) => services.AddHostedService<JobLoop>();
}
