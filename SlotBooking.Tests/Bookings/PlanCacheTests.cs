using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Bookings;

public sealed class PlanCacheTests
{
    [Fact]
    public async Task A_booking_changes_its_day_for_all_pages_at_once_and_leaves_the_other_days_alone()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var plan = office.Get<PlanCache>();
        await plan.StartAsync(CancellationToken.None);
        var before = await plan.GetAsync(CancellationToken.None);
        var changes = new System.Collections.Concurrent.ConcurrentQueue<PlanChange>();
        using var page = plan.Subscribe(changes.Enqueue);
        var slot = new Slot(office.Today.AddDays(1), new TimeOnly(14, 0));

        await office.SendAsync(ACustomer.Into(slot, office.Anna));

        await Eventually.HoldsAsync(() => !changes.IsEmpty, "the page is told");
        var change = changes.Single();
        Assert.Equal([slot.Day], change.Days);
        Assert.Contains(office.Anna.AccountId!.Value, change.Agents);
        var news = Assert.Single(change.News);
        Assert.Equal((EventKinds.Booked, "Anna Richter", slot), (news.Kind, news.AgentName, news.Slot));
        Assert.Equal(1, plan.Latest.Days[slot.Day].At(slot.Start)!.Taken);
        Assert.NotSame(before.Days[slot.Day], plan.Latest.Days[slot.Day]);
        Assert.Same(before.Days[slot.Day.AddDays(1)], plan.Latest.Days[slot.Day.AddDays(1)]);
        await plan.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_happened_while_nobody_looked_is_shown_but_is_no_news()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var plan = office.Get<PlanCache>();
        await plan.GetAsync(CancellationToken.None);
        var slot = new Slot(office.Today.AddDays(1), new TimeOnly(14, 0));
        await office.SendAsync(ACustomer.Into(slot, office.Anna));

        var changes = new System.Collections.Concurrent.ConcurrentQueue<PlanChange>();
        using var page = plan.Subscribe(changes.Enqueue);
        var picture = await plan.GetAsync(CancellationToken.None);

        Assert.Equal(1, picture.Days[slot.Day].At(slot.Start)!.Taken);
        Assert.Empty(Assert.Single(changes).News);
    }

    [Fact]
    public async Task A_burst_of_bookings_is_painted_few_times()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 6);
        var plan = office.Get<PlanCache>();
        await plan.StartAsync(CancellationToken.None);
        await plan.GetAsync(CancellationToken.None);
        var told = 0;
        using var page = plan.Subscribe(_ => Interlocked.Increment(ref told));
        var days = Enumerable.Range(1, 3).Select(n => office.Today.AddDays(n)).ToArray();

        await Task.WhenAll(days.SelectMany(SlotGrid.Default.SlotsOn).SelectMany(slot => Enumerable.Repeat(slot, 8)).Take(100)
            .Select(slot => office.SendAsync(ACustomer.Into(slot, office.Anna))));

        await Eventually.HoldsAsync(() => days.Sum(day => plan.Latest.Days[day].Slots.Sum(s => s.Taken)) == 100, "all are shown");
        Assert.InRange(told, 1, 30);
        await plan.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Capacity_that_an_admin_changes_holds_at_once_and_keeps_its_history()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var plan = office.Get<PlanCache>();
        var slot = new Slot(office.Today.AddDays(1), new TimeOnly(14, 0));
        Assert.Equal(4, (await plan.GetDayAsync(slot.Day, CancellationToken.None)).At(slot.Start)!.Capacity);

        var problems = await office.Get<SettingsStore>().ChangeAsync(
            AvailabilitySections.CapacitySection, s => s with { PlacesPerConsultant = 6 }, office.Admin, CancellationToken.None);

        Assert.Empty(problems);
        Assert.Equal(6, (await plan.GetDayAsync(slot.Day, CancellationToken.None)).At(slot.Start)!.Capacity);
        Assert.Equal("Ada Winter", (await office.ReadAsync(db => Task.FromResult(db.SettingChanges.Single()))).Author);
        Assert.NotEmpty(await office.Get<SettingsStore>().ChangeAsync(
            AvailabilitySections.CapacitySection, s => s with { PlacesPerConsultant = 5 }, office.Anna, CancellationToken.None));
        Assert.NotEmpty(await office.Get<SettingsStore>().ChangeAsync(
            AvailabilitySections.CapacitySection, s => s with { PlacesPerConsultant = -1 }, office.Admin, CancellationToken.None));
    }

    [Fact]
    public async Task A_page_that_is_closed_no_longer_listens()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var plan = office.Get<PlanCache>();

        plan.Subscribe(_ => { }).Dispose();

        Assert.Equal(0, plan.Listeners);
    }
}
