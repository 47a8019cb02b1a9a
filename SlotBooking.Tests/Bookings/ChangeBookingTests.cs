using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

/// <summary>Moving, cancelling and taking back.</summary>
public sealed class ChangeBookingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_move_takes_the_new_place_and_frees_the_old_one(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var booking = await BookAsync(office, 11);

        var answer = await office.SendAsync(new Move(Guid.NewGuid(), office.Anna, booking.Id, Tomorrow(office, 14), MoveReason.Customer));

        Assert.Equal(Tomorrow(office, 14), Assert.IsType<CommandAnswer.Done>(answer).Booking.Slot);
        var place = await office.ReadAsync(db => db.SlotPlaces.SingleAsync());
        Assert.Equal((Tomorrow(office, 14).Start, booking.Id), (place.Start, place.BookingId));
        var told = await office.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == EventKinds.Moved));
        Assert.Equal((new TimeOnly(14, 0), new TimeOnly(11, 0)), (told.Start, told.OtherStart));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_move_into_a_full_slot_leaves_everything_as_it_was(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var booking = await BookAsync(office, 11);
        for (var i = 0; i < 4; i++)
        {
            await BookAsync(office, 14);
        }

        var answer = await office.SendAsync(new Move(Guid.NewGuid(), office.Anna, booking.Id, Tomorrow(office, 14), MoveReason.Us));

        Assert.Equal(Refusal.Full, Assert.IsType<CommandAnswer.Refused>(answer).Why);
        Assert.Equal(Tomorrow(office, 11), (await office.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booking.Id))).Slot);
        Assert.Equal(5, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_agents_who_want_the_freed_place_at_once_get_it_once(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var booked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BookAsync(office, 14)));

        var answers = await Task.WhenAll(
            office.SendAsync(new Cancel(Guid.NewGuid(), office.Anna, booked[0].Id, "krank")),
            office.SendAsync(ACustomer.Into(Tomorrow(office, 14), office.Anna)),
            office.SendAsync(ACustomer.Into(Tomorrow(office, 14), office.Ben)));

        Assert.IsType<CommandAnswer.Done>(answers[0]);
        Assert.InRange(answers.Skip(1).OfType<CommandAnswer.Done>().Count(), 0, 1);
        Assert.InRange(await office.ReadAsync(db => db.SlotPlaces.CountAsync()), 3, 4);
    }

    [Fact]
    public async Task A_cancelled_place_is_free_again_and_the_reason_is_kept()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var booked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BookAsync(office, 14)));
        Assert.IsType<CommandAnswer.Refused>(await office.SendAsync(ACustomer.Into(Tomorrow(office, 14), office.Anna)));

        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Cancel(Guid.NewGuid(), office.Anna, booked[2].Id, "Kunde ist krank")));

        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(ACustomer.Into(Tomorrow(office, 14), office.Anna)));
        Assert.Equal("Kunde ist krank", (await office.ReadAsync(db => db.Bookings.SingleAsync(b => b.Id == booked[2].Id))).CancelReason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task A_cancel_needs_a_reason(string? reason)
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var booking = await BookAsync(office, 11);

        var answer = await office.SendAsync(new Cancel(Guid.NewGuid(), office.Anna, booking.Id, reason));

        Assert.Equal(new FieldError("reason", FieldProblem.Missing), Assert.Single(Assert.IsType<CommandAnswer.Invalid>(answer).Errors));
    }

    [Fact]
    public async Task Only_the_agent_who_booked_and_admins_change_a_booking()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var booking = await BookAsync(office, 11);

        Assert.Equal(new CommandAnswer.Denied(Denial.NotYours), await office.SendAsync(new Cancel(Guid.NewGuid(), office.Ben, booking.Id, "Probe")));
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Move(Guid.NewGuid(), office.Admin, booking.Id, Tomorrow(office, 14), MoveReason.Us)));
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Cancel(Guid.NewGuid(), office.Admin, booking.Id, "Probe")));
        Assert.Equal(new CommandAnswer.Denied(Denial.NotOpen), await office.SendAsync(new Cancel(Guid.NewGuid(), office.Admin, booking.Id, "Probe")));
        Assert.Equal(new CommandAnswer.Denied(Denial.NotFound), await office.SendAsync(new Cancel(Guid.NewGuid(), office.Admin, Guid.NewGuid(), "Probe")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_change_can_be_taken_back_for_some_seconds(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var booking = await BookAsync(office, 11);

        var move = new Move(Guid.NewGuid(), office.Anna, booking.Id, Tomorrow(office, 14), MoveReason.Customer);
        await office.SendAsync(move);
        var back = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, move.CommandId)));
        Assert.Equal(Tomorrow(office, 11), back.Booking.Slot);

        var cancel = new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "vertan");
        await office.SendAsync(cancel);
        var again = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, cancel.CommandId)));
        Assert.Equal(BookingStatus.Open, again.Booking.Status);
        Assert.Equal(1, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));

        var second = ACustomer.Into(Tomorrow(office, 16), office.Anna);
        await office.SendAsync(second);
        var gone = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, second.CommandId)));
        Assert.Equal(BookingStatus.Cancelled, gone.Booking.Status);
        Assert.Equal(1, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_taken_back_too_late_twice_by_others_or_after_another_change()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var book = ACustomer.Into(Tomorrow(office, 11), office.Anna);
        var booking = ((CommandAnswer.Done)await office.SendAsync(book)).Booking;
        var denied = new CommandAnswer.Denied(Denial.CannotUndo);

        Assert.Equal(denied, await office.SendAsync(new Undo(Guid.NewGuid(), office.Ben, book.CommandId)));
        var move = new Move(Guid.NewGuid(), office.Anna, booking.Id, Tomorrow(office, 14), MoveReason.Customer);
        await office.SendAsync(move);
        Assert.Equal(denied, await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, book.CommandId)));
        office.Time.Advance(CommandAnswer.UndoWindow + TimeSpan.FromSeconds(1));
        Assert.Equal(denied, await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, move.CommandId)));
    }

    [Fact]
    public async Task A_cancel_is_not_taken_back_when_the_place_is_sold_meanwhile()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var booked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BookAsync(office, 14)));
        var cancel = new Cancel(Guid.NewGuid(), office.Anna, booked[0].Id, "Probe");
        await office.SendAsync(cancel);
        await BookAsync(office, 14);

        var answer = await office.SendAsync(new Undo(Guid.NewGuid(), office.Anna, cancel.CommandId));

        Assert.Equal(Refusal.Full, Assert.IsType<CommandAnswer.Refused>(answer).Why);
    }

    private static async Task<BookingView> BookAsync(Office office, int hour) =>
        ((CommandAnswer.Done)await office.SendAsync(ACustomer.Into(Tomorrow(office, hour), office.Anna))).Booking;

    private static Slot Tomorrow(Office office, int hour) => new(office.Today.AddDays(1), new TimeOnly(hour, 0));
}
