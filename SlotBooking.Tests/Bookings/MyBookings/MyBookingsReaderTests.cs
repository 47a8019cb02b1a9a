using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings.MyBookings;

public sealed class MyBookingsReaderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_agent_gets_the_own_appointments_of_the_period_whatever_is_asked(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await BookAsync(office, office.Anna, 0, 1, 3);
        await BookAsync(office, office.Ben, 0, 1);
        var (first, last) = (office.Today, office.Today.AddDays(1));

        var own = await ReadAsync(office, Viewer(office.Anna), new MineQuestion(null, first, last));
        var everybodys = await ReadAsync(office, Viewer(office.Admin) with { IsAgent = false, IsAdmin = true }, new MineQuestion(null, first, last));
        var bens = await ReadAsync(office, Viewer(office.Admin) with { IsAgent = false, IsConsultant = true }, new MineQuestion(office.Ben.AccountId, first, last));

        Assert.Equal([first, last], own.All.Select(b => b.Slot.Day));
        Assert.All(own.All, booking => Assert.Equal(office.Anna.AccountId, booking.AgentId));
        Assert.Equal((4, 2, false), (everybodys.All.Count, bens.All.Count, everybodys.IsCut));
        var reader = office.Get<MyBookingsReader>();
        Assert.Null(await reader.FindAsync(Viewer(office.Ben), own.All[0].Id, CancellationToken.None));
        Assert.Equal(own.All[0], (await reader.FindAsync(Viewer(office.Anna), own.All[0].Id, CancellationToken.None))?.Booking);
        Assert.Equal(["Anna Richter", "Ben Sommer"], (await reader.AgentsAsync(CancellationToken.None)).Select(a => a.Name));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_more_than_can_be_shown_those_nearest_to_today_are_taken(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await BookAsync(office, office.Anna, 0, 1, 2, 3, 6);
        office.Time.Advance(TimeSpan.FromDays(2));
        var question = new MineQuestion(null, office.Today.AddDays(-9), office.Today.AddDays(9));

        var some = await ReadAsync(office, Viewer(office.Anna), question, limit: 2);
        var all = await ReadAsync(office, Viewer(office.Anna), question, limit: 6);

        Assert.True(some.IsCut);
        Assert.Equal([-1, 0], some.All.Select(b => b.Slot.Day.DayNumber - office.Today.DayNumber));
        Assert.False(all.IsCut);
        Assert.Equal(5, all.All.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_change_reads_only_the_appointment_it_is_about(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await BookAsync(office, office.Anna, 0, 1);
        var reader = office.Get<MyBookingsReader>();
        var sheet = await ReadAsync(office, Viewer(office.Anna), new MineQuestion(null, office.Today, office.Today.AddDays(3)));
        var (first, second) = (sheet.All[0].Id, sheet.All[1].Id);

        await office.SendAsync(new Confirm(Guid.NewGuid(), office.Anna, first, IsConfirmed: true));
        await office.SendAsync(new Move(Guid.NewGuid(), office.Anna, second, new Slot(office.Today.AddDays(6), new TimeOnly(14, 0)), MoveReason.Customer));
        var again = await reader.ReadAgainAsync(sheet, new HashSet<Guid> { first, second }, CancellationToken.None);

        Assert.Equal([(first, true)], again.All.Select(b => (b.Id, b.IsConfirmed)));
        Assert.Same(again, await reader.ReadAgainAsync(again, new HashSet<Guid> { first, Guid.NewGuid() }, CancellationToken.None));
    }

    private static MineViewer Viewer(Actor actor) => new(actor.AccountId!.Value, IsAgent: true, IsConsultant: false, IsAdmin: false);

    private static Task<MineSheet> ReadAsync(Office office, MineViewer viewer, MineQuestion question, int limit = MyBookingsReader.Limit) =>
        office.Get<MyBookingsReader>().ReadAsync(viewer, question, CancellationToken.None, limit);

    private static async Task BookAsync(Office office, Actor agent, params int[] days)
    {
        foreach (var day in days)
        {
            var slot = new Slot(office.Today.AddDays(day), new TimeOnly(14, 0));
            Assert.IsType<CommandAnswer.Done>(await office.SendAsync(ACustomer.Into(slot, agent)));
        }
    }
}
