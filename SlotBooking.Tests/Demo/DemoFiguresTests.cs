using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Demo;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Availability;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Demo;

/// <summary>The demo office looks like the real one whose figures are known.</summary>
public sealed class DemoFiguresTests(DemoFiguresTests.Seeded seeded) : IClassFixture<DemoFiguresTests.Seeded>
{
    private IReadOnlyList<Booking> Past => seeded.Past;

    [Fact]
    public void About_4660_appointments_on_144_days()
    {
        Assert.Equal(144, Past.Where(b => b.Day < AnOffice.Monday).Select(b => b.Day).Distinct().Count());
        Assert.InRange(Past.Count, 4660 - 200, 4660 + 200);
    }

    [Fact]
    public void A_quarter_shows_up_of_the_confirmed_twice_as_many()
    {
        Assert.Equal(DemoRates.Overall, Shown(Past), tolerance: 0.008);
        Assert.Equal(DemoRates.Confirmed, Shown(Past.Where(b => b.IsConfirmed)), tolerance: 0.015);
        Assert.Equal(DemoRates.Unconfirmed, Shown(Past.Where(b => !b.IsConfirmed)), tolerance: 0.015);
    }

    [Fact]
    public void Each_hour_and_each_weekday_has_its_figure()
    {
        Assert.All(DemoRates.ByHour, hour => Assert.Equal(hour.Value, Shown(Past.Where(b => b.Start.Hour == hour.Key)), tolerance: 0.02));
        Assert.All(DemoRates.ByWeekday, day => Assert.Equal(day.Value, Shown(Past.Where(b => b.Day.DayOfWeek == day.Key)), tolerance: 0.015));
    }

    [Fact]
    public void Every_outcome_potential_and_campaign_occurs_in_its_share()
    {
        double Share(Func<Booking, bool> isPart) => (double)Past.Count(isPart) / Past.Count;
        Assert.InRange(Share(b => b.Status == BookingStatus.Cancelled), 0.10, 0.16);
        Assert.InRange(Share(b => b.Status == BookingStatus.Rescheduled), 0.06, 0.11);
        Assert.InRange(Share(b => b.Status == BookingStatus.NoShow), 0.12, 0.25);
        Assert.InRange(Share(b => b.Status == BookingStatus.Ghost), 0.22, 0.40);
        Assert.All([BookingStatus.Overhang, BookingStatus.Exit, BookingStatus.Open], status => Assert.InRange(Share(b => b.Status == status), 0.002, 0.04));
        Assert.Equal(4, Past.Select(b => b.Potential).Distinct().Count());
        Assert.InRange(Share(b => b.Campaign is not null), 0.3, 0.5);
        Assert.All(Past.Where(b => b.Status == BookingStatus.Ghost), b => Assert.False(b.IsConfirmed));
    }

    [Fact]
    public void Agents_differ_in_how_much_they_book_and_how_many_of_it_show_up()
    {
        var agents = Past.GroupBy(b => b.AgentId).Select(g => (Count: g.Count(), Rate: Shown(g))).ToList();

        Assert.Equal(7, agents.Count);
        Assert.True(agents.Max(a => a.Count) > 1.6 * agents.Min(a => a.Count));
        Assert.True(agents.Max(a => a.Rate) > agents.Min(a => a.Rate) + 0.06);
    }

    [Fact]
    public void Customers_come_back_with_the_same_number_and_never_have_two_open_appointments()
    {
        var customers = seeded.All.Where(b => b.PhoneKey is not null).GroupBy(b => b.PhoneKey).ToList();

        Assert.InRange(customers.Count(c => c.Count() > 1), 400, 1200);
        Assert.Contains(customers, c => c.Count() >= 3);
        Assert.All(customers, c => Assert.Single(c.Select(b => b.NameKey).Distinct()));
        Assert.All(customers, c => Assert.True(c.Count(b => b.StartsAt > AnOffice.MondayMorning) <= 1));
    }

    [Fact]
    public void What_happened_stands_in_the_log_in_its_order()
    {
        var told = seeded.Events.Where(e => e.BookingId is not null).ToList();
        Assert.Equal(told.Select(e => e.At).Order(), told.Select(e => e.At));
        Assert.All(told, e => Assert.True(e.At <= AnOffice.MondayMorning));
        Assert.Equal(Past.Count(b => b.Status == BookingStatus.Cancelled), told.Count(e => e.Kind == EventKinds.Cancelled));
        Assert.InRange(told.Count(e => e.Kind == EventKinds.Moved), 50, 300);
        var stands = told.GroupBy(e => e.BookingId!.Value).ToDictionary(g => g.Key, g => new Slot(g.Last().Day!.Value, g.Last().Start!.Value));
        Assert.All(seeded.All, b => Assert.Equal(b.Slot, stands[b.Id]));
        Assert.All(seeded.All, b => Assert.True(b.BookedAt <= b.ChangedAt && b.BookedAt < b.StartsAt && b.ChangedAt <= AnOffice.MondayMorning));
        Assert.All(Past.Where(b => b.Status == BookingStatus.Cancelled), b => Assert.True(b.ChangedAt < b.StartsAt));
    }

    [Fact]
    public void Every_decision_is_in_the_history_of_outcomes_after_the_end_or_for_a_cancellation_before_the_start()
    {
        var changes = seeded.Changes.ToDictionary(c => c.BookingId);
        Assert.Equal(seeded.All.Where(b => b.Status != BookingStatus.Open).Select(b => b.Id).Order(), changes.Keys.Order());
        Assert.All(seeded.All.Where(b => b.Status != BookingStatus.Open), b =>
        {
            var change = changes[b.Id];
            Assert.Equal((BookingStatus.Open, b.Status, b.DecidedAt, b.DecidedFrom), (change.From, change.To, change.At, change.Source));
            Assert.True(b.Status == BookingStatus.Cancelled ? change.At < b.StartsAt : change.At > b.EndsAt);
        });
    }

    private static double Shown(IEnumerable<Booking> bookings) => bookings.Average(b => b.Status == BookingStatus.Completed ? 1.0 : 0.0);

    /// <summary>One demo office for all of them.</summary>
    public sealed class Seeded : IAsyncLifetime
    {
        public IReadOnlyList<Booking> All { get; private set; } = [];

        public IReadOnlyList<Booking> Past { get; private set; } = [];

        public IReadOnlyList<OfficeEvent> Events { get; private set; } = [];

        public IReadOnlyList<OutcomeChange> Changes { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
            await DemoOfficeTests.SeedAsync(office);
            await using var db = await office.Data.Database.ReadAsync(default);
            All = await db.Bookings.AsNoTracking().ToListAsync();
            Past = [.. All.Where(b => b.EndsAt < AnOffice.MondayMorning)];
            Changes = await db.OutcomeChanges.AsNoTracking().ToListAsync();
            Events = await db.Events.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
