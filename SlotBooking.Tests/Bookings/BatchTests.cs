using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

/// <summary>Commands that share a transaction.</summary>
public sealed class BatchTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_place_that_is_freed_belongs_to_whoever_takes_it_in_the_same_transaction(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var slot = new Slot(office.Today.AddDays(1), new TimeOnly(14, 0));
        var booked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.SendAsync(ACustomer.Into(slot, office.Anna))));
        var first = Assert.IsType<CommandAnswer.Done>(booked[0]).Booking;

        var answers = await InOneBatchAsync(
            office,
            new Cancel(Guid.NewGuid(), office.Anna, first.Id, "Probe"),
            ACustomer.Into(slot, office.Ben),
            ACustomer.Into(slot, office.Ben));

        Assert.IsType<CommandAnswer.Done>(answers[0]);
        var taken = Assert.IsType<CommandAnswer.Done>(answers[1]).Booking;
        Assert.Equal(Refusal.Full, Assert.IsType<CommandAnswer.Refused>(answers[2]).Why);
        var owners = await office.ReadAsync(db => db.SlotPlaces.Where(p => p.Day == slot.Day && p.Start == slot.Start).Select(p => p.BookingId).ToListAsync());
        Assert.Equal(4, owners.Distinct().Count());
        Assert.Contains(taken.Id, owners);
        Assert.DoesNotContain(first.Id, owners);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Events_of_one_transaction_stand_in_the_order_of_its_commands(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (from, to) = (new Slot(office.Today.AddDays(1), new TimeOnly(14, 0)), new Slot(office.Today.AddDays(1), new TimeOnly(16, 0)));
        var booking = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(ACustomer.Into(from, office.Anna))).Booking;

        await InOneBatchAsync(
            office,
            new Move(Guid.NewGuid(), office.Anna, booking.Id, to, MoveReason.Customer),
            new Move(Guid.NewGuid(), office.Anna, booking.Id, from, MoveReason.Us),
            new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "Probe"));

        var kinds = await office.ReadAsync(db => db.Events.Where(e => e.BookingId == booking.Id).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync());
        Assert.Equal([EventKinds.Booked, EventKinds.Moved, EventKinds.Moved, EventKinds.Cancelled], kinds);
        Assert.Equal(0, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
    }

    private static Task<CommandAnswer[]> InOneBatchAsync(Office office, params BookingCommand[] commands) => office.Database.Database.WriteAsync(
        async db =>
        {
            var desk = await new CommandBatch(office.Get<SettingsStore>(), office.Clock).OpenAsync(db, commands, mayBeKnown: true, CancellationToken.None);
            return commands.Select(desk.Decide).ToArray();
        },
        CancellationToken.None);
}
