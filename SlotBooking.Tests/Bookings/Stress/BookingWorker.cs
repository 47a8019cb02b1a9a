using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Bookings.Stress;

/// <summary>Sixteen agents in one process who book, move and cancel at random on few slots until they are killed or have done enough.</summary>
internal static class BookingWorker
{
    private const int Agents = 16;

    /// <summary>Arguments: connection string, account id, history file, seed, commands per agent, slots separated by semicolons.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var slots = args[5].Split(';').Select(Slot.Parse).ToArray();
        var actor = new Actor(Guid.Parse(args[1]), "Anna Richter");
        var (seed, count) = (int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        using var history = new History(args[2]);
        var services = new ServiceCollection().AddLogging().AddSlotBookingDatabase(DatabaseTarget.From(args[0], "")).AddEvents();
        Builders.Office.Register(services, new Fakes.WallClock(Builders.Office.Tuesday));
        await using var provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<CommandQueue>();
        await Console.Out.WriteLineAsync("begun");
        await Task.WhenAll(Enumerable.Range(0, Agents).Select(n => Task.Run(() => WorkAsync(queue, history, actor, slots, new Random(seed + n), count))));
        return 0;
    }

    private static async Task WorkAsync(CommandQueue queue, History history, Actor actor, Slot[] slots, Random random, int count)
    {
        var mine = new List<(Guid Id, Slot Slot)>();
        for (var i = 0; i < count; i++)
        {
            var dice = random.Next(10);
            var target = slots[random.Next(slots.Length)];
            var chosen = mine.Count == 0 ? default : mine[random.Next(mine.Count)];
            BookingCommand command = dice < 5 || mine.Count == 0
                ? new Book(Guid.NewGuid(), actor, target, new CustomerEntry { LastName = $"Muster{random.Next()}", FirstName = "Max" }, DespiteDuplicate: true)
                : dice < 7 && chosen.Slot != target
                    ? new Move(Guid.NewGuid(), actor, chosen.Id, target, MoveReason.Customer)
                    : new Cancel(Guid.NewGuid(), actor, chosen.Id, "Probe");
            var about = command switch { Book b => b.Slot, Move m => m.To, _ => chosen.Slot };
            Guid? bookingId = command is Book ? null : chosen.Id;
            history.Write(new Step(command.CommandId, command.Kind, History.Now, about.ToString(), BookingId: bookingId));
            var answer = await queue.SendAsync(command, CancellationToken.None);
            var id = (answer as CommandAnswer.Done)?.Booking.Id ?? bookingId;
            history.Write(new Step(command.CommandId, command.Kind, History.Now, about.ToString(), Step.OutcomeOf(answer), id));
            if (answer is CommandAnswer.Done done)
            {
                mine.RemoveAll(b => b.Id == done.Booking.Id);
                if (done.Booking.Status == BookingStatus.Open)
                {
                    mine.Add((done.Booking.Id, done.Booking.Slot));
                }
            }
        }
    }
}
