using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Customers;

/// <summary>Enters all bookings that have no customer yet, until it is done or killed.</summary>
internal static class CustomerWorker
{
    /// <summary>Argument: connection string.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var services = new ServiceCollection().AddLogging().AddSlotBookingDatabase(DatabaseTarget.From(args[0], "")).AddEvents();
        Builders.Office.Register(services, new Fakes.WallClock(Builders.Office.Tuesday));
        await using var provider = services.BuildServiceProvider();
        await Console.Out.WriteLineAsync("begun");
        await provider.GetRequiredService<CustomerBook>().RunAsync(alsoUnseen: true, CancellationToken.None);
        return 0;
    }
}
