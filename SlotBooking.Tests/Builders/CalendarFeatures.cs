using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Builders;

/// <summary>Registers everything that takes part in reading and writing calendars, as the product does.</summary>
internal static class CalendarFeatures
{
    public static IServiceCollection AddCalendarFeatures(this IServiceCollection services, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build();
        services.AddCalendars(configuration).AddCalendarSync().AddOutcomes().AddAvailability(configuration);
        services.TryAddSingleton(new PersistFolder(Path.Combine(Path.GetTempPath(), "nothing-is-published"))); // only the availability job writes there
        return services;
    }
}
