using Microsoft.Extensions.DependencyInjection;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Registers the feeds.</summary>
public static class FeedRegistration
{
    /// <summary>Adds people's feed links and what they open.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<FeedDesk>();
        services.AddSingleton<FeedReader>();
        return services;
    }
}
