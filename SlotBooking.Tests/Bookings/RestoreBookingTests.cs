using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

/// <summary>A booking that people deleted in the calendar: its place is free, and it can be entered again.</summary>
public sealed class RestoreBookingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_deletion_in_the_calendar_frees_the_place_and_entering_again_takes_it_back_once(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var booking = await DeletedAsync(office, 14);
        Assert.Equal(0, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
        office.Time.Advance(TimeSpan.FromHours(3)); // no matter of seconds

        var restore = new Restore(Guid.NewGuid(), office.Anna, booking.Id);
        var answer = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(restore));
        var again = Assert.IsType<CommandAnswer.Done>(await office.SendAsync(restore));

        Assert.Equal((BookingStatus.Open, false, true), (answer.Booking.Status, answer.Booking.CancelledInCalendar, again.WasRepeated));
        Assert.Equal(1, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
        Assert.Equal(office.Anna.AccountId, (await office.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == EventKinds.Restored))).AccountId);
    }

    [Fact]
    public async Task An_admin_may_enter_it_again_another_agent_may_not()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var booking = await DeletedAsync(office, 14);

        Assert.Equal(new CommandAnswer.Denied(Denial.NotYours), await office.SendAsync(new Restore(Guid.NewGuid(), office.Ben, booking.Id)));
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(new Restore(Guid.NewGuid(), office.Admin, booking.Id)));
    }

    [Fact]
    public async Task What_an_agent_called_off_is_not_entered_again_this_way()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var booking = await BookAsync(office, 14);
        var denied = new CommandAnswer.Denied(Denial.CannotUndo);
        Assert.Equal(denied, await office.SendAsync(new Restore(Guid.NewGuid(), office.Anna, booking.Id)));

        await office.SendAsync(new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "Probe"));

        Assert.Equal(denied, await office.SendAsync(new Restore(Guid.NewGuid(), office.Anna, booking.Id)));
    }

    [Fact]
    public async Task A_slot_that_is_full_meanwhile_or_has_begun_takes_it_no_more_and_free_ones_are_offered()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var booking = await DeletedAsync(office, 14);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BookAsync(office, 14)));

        var full = Assert.IsType<CommandAnswer.Refused>(await office.SendAsync(new Restore(Guid.NewGuid(), office.Anna, booking.Id)));
        office.Time.Advance(booking.StartsAt - office.Clock.Now);
        var begun = Assert.IsType<CommandAnswer.Refused>(await office.SendAsync(new Restore(Guid.NewGuid(), office.Anna, booking.Id)));

        Assert.Equal((Refusal.Full, Refusal.Past), (full.Why, begun.Why));
        Assert.NotEmpty(full.Nearest);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_wants_the_freed_place_while_it_is_entered_again_cannot_overbook_the_slot(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var booking = await DeletedAsync(office, 14);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => BookAsync(office, 14)));

        var answers = await Task.WhenAll(
            office.SendAsync(new Restore(Guid.NewGuid(), office.Anna, booking.Id)),
            office.SendAsync(ACustomer.Into(Tomorrow(office, 14), office.Ben)),
            office.SendAsync(new Restore(Guid.NewGuid(), office.Admin, booking.Id)));

        Assert.Single(answers.OfType<CommandAnswer.Done>());
        Assert.Equal(4, await office.ReadAsync(db => db.SlotPlaces.CountAsync()));
    }

    [Fact]
    public async Task The_agent_sees_it_whatever_day_is_shown_and_an_admin_sees_everybodys()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var booking = await DeletedAsync(office, 14);
        office.Time.Advance(TimeSpan.FromHours(16)); // past midnight: neither booked today nor on the day shown
        var own = office.Get<OwnBookingsReader>();
        var day = office.Today.AddDays(7);

        Assert.Equal(booking.Id, Assert.Single(await own.ReadAsync(office.Anna.AccountId!.Value, day, default)).Id);
        Assert.Empty(await own.ReadAsync(office.Ben.AccountId!.Value, day, default));
        Assert.True(Assert.Single(await own.ReadAsync(office.Admin.AccountId!.Value, day, default, everybodys: true)).CancelledInCalendar);
    }

    [Fact]
    public async Task Open_pages_hear_whose_booking_was_deleted_in_the_calendar()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var plan = office.Get<PlanCache>();
        var changes = new System.Collections.Concurrent.ConcurrentQueue<PlanChange>();
        var booking = await BookAsync(office, 14);
        await plan.GetAsync(default);
        using var page = plan.Subscribe(changes.Enqueue);

        await CallOffAsync(office, booking.Id);
        await plan.GetAsync(default);

        var change = Assert.Single(changes);
        var news = Assert.Single(change.News);
        Assert.Equal((EventKinds.CancelledInCalendar, "Anna Richter", booking.Slot), (news.Kind, news.AgentName, news.Slot));
        Assert.Contains(office.Anna.AccountId!.Value, change.Agents);
        Assert.Equal(0, plan.Latest.Days[booking.Slot.Day].At(booking.Slot.Start)!.Taken);
    }

    private static async Task<BookingView> DeletedAsync(Office office, int hour)
    {
        var booking = await BookAsync(office, hour);
        await CallOffAsync(office, booking.Id);
        return booking;
    }

    private static Task CallOffAsync(Office office, Guid bookingId) => office.Database.Database.WriteAsync(
        async db =>
        {
            var call = new CalendarCallOff(db, office.Clock.Now);
            await call.CallOffAsync(Assert.Single(await call.LockAsync([bookingId], default)), default);
        },
        default);

    private static async Task<BookingView> BookAsync(Office office, int hour) =>
        ((CommandAnswer.Done)await office.SendAsync(ACustomer.Into(Tomorrow(office, hour), office.Anna))).Booking;

    private static Slot Tomorrow(Office office, int hour) => new(office.Today.AddDays(1), new TimeOnly(hour, 0));
}
