using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Outcomes;

/// <summary>Registers the reading of outcomes.</summary>
public static class OutcomeRegistration
{
    /// <summary>Adds what reads outcomes from the central calendar's mirror, and the job that does so every day.</summary>
    public static IServiceCollection AddOutcomes(this IServiceCollection services)
    {
        services.AddSingleton<OutcomeReader>();
        services.AddSingleton<IMirrorObserver, MarkReviewObserver>();
        services.AddSingleton<IMarkerWordsQuery, MarkerWordsQuery>();
        services.AddJob<OutcomesJob>();
        return services;
    }

    /// <summary>Lets a serving program read outcomes as soon as marks change.</summary>
    public static IServiceCollection AddOutcomeLoop(this IServiceCollection services) => services.AddHostedService<OutcomeLoop>();
}
