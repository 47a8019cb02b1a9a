using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Achievements;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class KilledGameTests
{
    private const int Seed = 10;
    private static readonly int Bookings = TestRun.Count(normal: 6_000, many: 12_000);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Killed_while_reading_everything_counts_once_and_killed_while_working_it_out_anew_it_comes_out_the_same(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, isDurable: true);
        var people = new[] { bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value };
        var at = bed.Office.Clock.Now;
        await bed.TellAsync([.. Enumerable.Range(0, Bookings).SelectMany(n => Life(n, people[n % 2], at.AddSeconds(n * 90), bed.Office.Today))]);

        var random = TestRun.IsLong ? Random.Shared : new Random(Seed);
        foreach (var part in (int[])[0, 1, 2])
        {
            var moment = (part * Bookings / 4) + random.Next(100, Bookings / 5);
            await KillAsync(bed, "read", async () => await bed.ReadAsync(db => db.PlayedBookings.CountAsync()) > moment);
            var counted = await bed.ReadAsync(db => db.GameEntries.SumAsync(e => e.Points));
            Assert.Equal(counted, await bed.ReadAsync(db => db.Players.SumAsync(p => p.Points)));
            Assert.InRange(await bed.ReadAsync(db => db.PlayedBookings.CountAsync()), moment, Bookings - 1);
        }

        await bed.PlayAsync();
        Assert.Equal(Bookings * 4 / 5, await bed.ReadAsync(db => db.Players.SumAsync(p => p.Bookings)));
        var whole = await bed.PictureAsync();

        await KillAsync(bed, "rebuild", async () => await bed.ReadAsync(db => db.GameStates.AnyAsync(s => s.RebuildingUntil != null)));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(3));
        await bed.PlayAsync();

        Assert.Equal(whole, await bed.PictureAsync()); // live with three deaths, and anew after one
    }

    /// <summary>A booking and, of some, that it was cancelled at once or that the customer came.</summary>
    private static IEnumerable<OfficeEvent> Life(int n, Guid agent, DateTimeOffset at, DateOnly day)
    {
        var booking = Guid.CreateVersion7(at);
        yield return GameLog.Booked(booking, agent, at, day, new(18, 0));
        switch (n % 5)
        {
            case 1:
                yield return GameLog.Cancelled(booking, agent, at.AddMinutes(1));
                break;
            case 3:
                yield return GameLog.Became(booking, n % 35 == 3 ? BookingStatus.NoShow : BookingStatus.Completed, at.AddHours(5));
                break;
        }
    }

    private static async Task KillAsync(GameBed bed, string what, Func<Task<bool>> isInTheMiddle)
    {
        await using var worker = await ChildProcess.StartVerbAsync(["worker", "game", bed.Office.Database.ConnectionString, what]);
        await worker.WaitForLineAsync("begun");
        await Eventually.HoldsAsync(isInTheMiddle, "the worker is in the middle");
        await worker.KillAsync();
    }
}
