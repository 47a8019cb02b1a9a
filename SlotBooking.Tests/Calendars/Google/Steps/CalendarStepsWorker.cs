using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>Writes or reads calendars once and dies at a step; says "done" when it got to the end.</summary>
internal static class CalendarStepsWorker
{
    /// <summary>Arguments: what (write or read), step, time in UTC ticks, connection string, then name and value of settings.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var time = new WallClock(new DateTimeOffset(long.Parse(args[2], CultureInfo.InvariantCulture), TimeSpan.Zero));
        var configuration = args.Skip(4).Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();
        var services = new ServiceCollection().AddLogging().AddSlotBookingDatabase(DatabaseTarget.From(args[3], "")).AddEvents();
        CalendarBed.Register(services, time, configuration);
        await using var provider = services.BuildServiceProvider();
        using var death = DiagnosticListener.AllListeners.Subscribe(new DeathAtStep(int.Parse(args[1], CultureInfo.InvariantCulture)));
        if (args[0] == "write")
        {
            await provider.GetRequiredService<CalendarOutbox>().RunAsync(CancellationToken.None);
        }
        else
        {
            await provider.GetRequiredService<CalendarSyncService>().SyncAsync(null, CancellationToken.None);
        }

        await Console.Out.WriteLineAsync("done");
        return 0;
    }
}
