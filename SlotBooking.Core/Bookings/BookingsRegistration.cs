using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings.History;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Bookings.ReadinessWeeks;

namespace SlotBooking.Core.Bookings;

/// <summary>Registers booking, the plan and what they need.</summary>
public static class BookingsRegistration
{
    /// <summary>Adds the services; needs the database, the office clock and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddOfficeSettings();
        services.AddSingleton<AccountNames>();
        services.AddSingleton<SlotFactsReader>();
        services.AddSingleton<CommandQueue>();
        services.AddSingleton<PlanPainter>();
        services.AddSingleton<PlanCache>();
        services.AddHostedService(provider => provider.GetRequiredService<PlanCache>());
        services.AddSingleton<BookingService>();
        services.AddSingleton<BlockImpactQuery>();
        services.AddSingleton<CapacityOutlook>();
        services.AddSingleton<ReadinessReader>();
        services.AddSingleton<OwnBookingsReader>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<MyBookingsReader>();
        return services;
    }
}
