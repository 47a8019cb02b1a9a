using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Registers the event log's live side.</summary>
public static class EventRegistration
{
    /// <summary>Adds the feed that open pages listen to, and its connection to commits of this process.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<WakeUp>();
        services.AddSingleton<ICommitObserver, EventPublisher>();
        return services;
    }
}
