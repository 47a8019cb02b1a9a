using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>Agents who book, move, call off and take back, in a <see cref="SyncStory"/>.</summary>
internal sealed class StoryAgents(Random random, Office office)
{
    private readonly List<Guid> _booked = [];
    private Guid _last;

    /// <summary>What was acknowledged as booked.</summary>
    public IReadOnlyList<Guid> Booked => _booked;

    /// <summary>What an agent has called off, or taken back, and it was acknowledged.</summary>
    public ConcurrentDictionary<Guid, byte> CalledOff { get; } = new();

    public async Task<string> ActAsync(IServiceProvider node)
    {
        var id = Guid.NewGuid();
        BookingCommand command = random.Next(_booked.Count == 0 ? 1 : 6) switch
        {
            0 or 1 or 2 => ACustomer.Into(Slot(), office.Anna),
            3 => new Move(id, office.Anna, One(), Slot(), MoveReason.Customer),
            4 => new Cancel(id, office.Anna, One(), "Kunde ist krank"),
            _ => new Undo(id, office.Anna, _last),
        };
        var answer = await node.GetRequiredService<BookingService>().SendAsync(command, CancellationToken.None);
        if (answer is CommandAnswer.Done done)
        {
            Remember(command, done.Booking);
        }

        return $"{command.Kind}: {answer.GetType().Name} {(answer as CommandAnswer.Done)?.Booking.Id}";
    }

    private void Remember(BookingCommand command, BookingView booking)
    {
        _last = command.CommandId;
        if (command is Book)
        {
            _booked.Add(booking.Id);
        }

        if (booking.Status == BookingStatus.Cancelled)
        {
            CalledOff[booking.Id] = 0;
        }
    }

    private Slot Slot() => new(office.Today.AddDays(random.Next(1, 3)), new TimeOnly(random.Next(2) == 0 ? 14 : 16, 0));

    private Guid One() => _booked[random.Next(_booked.Count)];
}
