using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Achievements;

/// <summary>Reads the game's log, or works it out anew, until it is done or killed.</summary>
internal static class GameWorker
{
    /// <summary>Arguments: connection string, „read“ or „rebuild“.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var services = new ServiceCollection().AddLogging().AddSlotBookingDatabase(DatabaseTarget.From(args[0], "")).AddEvents();
        Builders.Office.Register(services, new Fakes.WallClock(Builders.Office.Tuesday));
        GameBed.Register(services);
        await using var provider = services.BuildServiceProvider();
        await Console.Out.WriteLineAsync("begun");
        if (args[1] == "read")
        {
            await provider.GetRequiredService<GameReader>().RunAsync(CancellationToken.None);
        }
        else
        {
            await provider.GetRequiredService<GameRebuild>().RunAsync(CancellationToken.None);
        }

        return 0;
    }
}
