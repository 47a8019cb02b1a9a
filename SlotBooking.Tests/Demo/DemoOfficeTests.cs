using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendar;
using SlotBooking.Core.Demo;
using SlotBooking.Core.Tracking;
using SlotBooking.Tests.Availability;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Demo;

public sealed class DemoOfficeTests
{
    private static readonly Dictionary<string, Guid> Accounts = DemoPeople.All.ToDictionary(p => p.UserName, _ => Guid.CreateVersion7());

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_office_agrees_with_itself_and_the_calendars_writer_has_nothing_to_do(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        await SeedAsync(office);

        await using var db = await office.Data.Database.ReadAsync(default);
        var bookings = await db.Bookings.AsNoTracking().ToListAsync();
        var places = await db.SlotPlaces.AsNoTracking().ToListAsync();
        Assert.InRange(bookings.Count, 500, 1200);
        Assert.Equal(bookings.Where(b => b.HoldsPlace).Select(b => b.Id).Order(), places.Select(p => p.BookingId).Order());
        Assert.Equal(bookings.Count, await db.Events.CountAsync(e => e.Kind == EventKinds.Booked));
        Assert.All(bookings, b => Assert.True(b.BookedAt < AnOffice.MondayMorning && b.BookedAt < b.StartsAt));

        await office.Get<CalendarOutbox>().RunAsync(default);
        Assert.Equal(0, await db.CalendarWrites.CountAsync());
        Assert.Equal(bookings.Count(b => b.Status != BookingStatus.Cancelled), await db.LocalEvents.CountAsync(e => e.BookingId != null));
        Assert.Equal(1, await db.CentralTakings.SumAsync(t => t.Places));
    }

    [Fact]
    public async Task No_slot_is_overbooked_the_next_one_is_full_and_the_one_after_nearly()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        await SeedAsync(office);

        await using var db = await office.Data.Database.ReadAsync(default);
        var days = Enumerable.Range(-27, 42).Select(n => AnOffice.Monday.AddDays(n)).ToList();
        var facts = (await office.Get<SlotFactsReader>().ReadAsync(db, days, default)).Values.SelectMany(d => d.Slots).Select(s => s.Facts).ToList();
        Assert.All(facts, f => Assert.True(f.Taken <= f.Capacity, $"{f.Slot}: {f.Taken} of {f.Capacity}"));
        var next = facts.Where(f => f.Range.Start > AnOffice.MondayMorning && f.Capacity > 0).OrderBy(f => f.Range.Start).Take(3).ToList();
        Assert.Equal([0, 1], next.Take(2).Select(f => f.Free));
        Assert.True(next[2].Free > 1);
    }

    [Fact]
    public async Task Past_appointments_have_the_figures_of_a_real_office()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        await SeedAsync(office);

        await using var db = await office.Data.Database.ReadAsync(default);
        var past = await db.Bookings.AsNoTracking().Where(b => b.Status != BookingStatus.Open).ToListAsync();
        Assert.InRange((double)past.Count(b => b.Status == BookingStatus.Completed) / past.Count, 0.19, 0.30);
        double Shown(bool confirmed) => past.Where(b => b.IsConfirmed == confirmed).Average(b => b.Status == BookingStatus.Completed ? 1.0 : 0.0);
        Assert.True(Shown(confirmed: true) > 1.5 * Shown(confirmed: false));
        Assert.InRange(past.GroupBy(b => b.Day).Average(g => g.Count()), 25, 40);
    }

    [Fact]
    public async Task An_office_that_has_people_is_left_alone()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.AddConsultantAsync("Jonas");

        await SeedAsync(office);

        Assert.Equal((1, 0), (await office.CountAsync<Core.Availability.Consultant>(), await office.CountAsync<Booking>()));
    }

    private static Task SeedAsync(AnOffice office) =>
        ActivatorUtilities.CreateInstance<DemoOffice>(office.Data.Provider).SeedAsync(Accounts, default);
}
