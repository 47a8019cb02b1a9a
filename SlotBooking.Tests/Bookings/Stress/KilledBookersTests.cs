using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Bookings.Stress;

/// <summary>Four processes with sixteen agents each on three slots, some killed half way: what must never happen does not.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class KilledBookersTests
{
    private const int Processes = 4;
    private const int Commands = 60;
    private const int Kills = 6;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_place_is_sold_twice_and_no_booking_lost_although_processes_are_killed(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 2, isDurable: true);
        using var folder = new TempFolder();
        var slots = SlotGrid.Default.SlotsOn(office.Today.AddDays(1)).Take(3).ToArray();
        var seed = 0;
        var crowd = new List<ChildProcess>();
        try
        {
            for (var i = 0; i < Processes; i++)
            {
                crowd.Add(await StartAsync(office, folder, slots, ++seed));
            }

            for (var kill = 0; kill < Kills; kill++)
            {
                var victim = kill % Processes;
                await crowd[victim].WaitForLineAsync("begun");
                var log = LogOf(folder, seed - Processes + 1 + victim);
                await Eventually.HoldsAsync(() => AnyHistoryGrows(folder), "somebody books");
                await crowd[victim].KillAsync();
                await crowd[victim].DisposeAsync();
                crowd[victim] = await StartAsync(office, folder, slots, ++seed);
            }

            foreach (var process in crowd)
            {
                Assert.True(await process.WaitForExitAsync(Deadline.OfSeconds(180)) == 0, process.Log);
            }
        }
        finally
        {
            foreach (var process in crowd)
            {
                await process.DisposeAsync();
            }
        }

        var steps = Directory.GetFiles(folder.Path, "*.jsonl").SelectMany(History.Read).ToArray();
        var stored = await office.ReadAsync(db => db.Bookings.AsNoTracking().ToListAsync());
        var places = await office.ReadAsync(db => db.SlotPlaces.AsNoTracking().ToListAsync());
        Assert.Empty(new HistoryCheck(steps, stored, places, capacity: 8).Faults());
        Assert.Contains(steps, s => s.Outcome == "full");
        Assert.True(steps.Count(s => s.Outcome == "done") > 500, "too little happened to prove anything");
    }

    private static string LogOf(TempFolder folder, int seed) => Path.Combine(folder.Path, $"{seed.ToString(CultureInfo.InvariantCulture)}.jsonl");

    private static Task<ChildProcess> StartAsync(Office office, TempFolder folder, Slot[] slots, int seed) => ChildProcess.StartVerbAsync(
    [
        "worker", "bookings", office.Database.ConnectionString, office.Anna.AccountId!.Value.ToString(), LogOf(folder, seed),
        (seed * 1000).ToString(CultureInfo.InvariantCulture), Commands.ToString(CultureInfo.InvariantCulture), string.Join(';', slots),
    ]);

    private static bool AnyHistoryGrows(TempFolder folder) =>
        Directory.GetFiles(folder.Path, "*.jsonl").Sum(f => new FileInfo(f).Length) > 0;
}
