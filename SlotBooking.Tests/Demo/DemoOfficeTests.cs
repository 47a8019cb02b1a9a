using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Demo;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Availability;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Demo;

public sealed class DemoOfficeTests
{
    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
    private static readonly Dictionary<string, Guid> Accounts = DemoPeople.All.ToDictionary(p => p.UserName, _ => Guid.CreateVersion7());

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_office_agrees_with_itself_and_the_calendars_writer_has_nothing_to_do(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        await SeedAsync(office);

        await using var db = await office.Data.Database.ReadAsync(default);
        var bookings = await db.Bookings.AsNoTracking().ToListAsync();
        var places = await db.SlotPlaces.AsNoTracking().ToListAsync();
        Assert.InRange(bookings.Count, 4500, 5400);
        Assert.Equal(
            bookings.Where(b => b.HoldsPlace).SelectMany(b => Enumerable.Repeat(b.Id, b.Places)).Order(), places.Select(p => p.BookingId).Order());
        Assert.Equal(bookings.Count, await db.Events.CountAsync(e => e.Kind == EventKinds.Booked));
        Assert.All(bookings, b => Assert.True(b.BookedAt < AnOffice.MondayMorning && b.BookedAt < b.StartsAt));

        await office.Get<CalendarOutbox>().RunAsync(default);
        Assert.Equal(0, await db.CalendarWrites.CountAsync());
        Assert.Equal(bookings.Count(b => b.Status != BookingStatus.Cancelled && b.Day >= AnOffice.Monday.AddDays(-28)), await db.LocalEvents.CountAsync(e => e.BookingId != null));
        Assert.Equal(1, await db.CentralTakings.SumAsync(t => t.Places));

        Assert.True(await Reset(office).EmptyAsync(default));
        Assert.Equal((0, 0, 1), (await db.Bookings.CountAsync(), await db.LocalEvents.CountAsync(), await db.Events.CountAsync()));
        await SeedAsync(office);
        Assert.Equal(bookings.Count, await db.Bookings.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_office_that_was_not_invented_is_never_emptied(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        await office.AddConsultantAsync("Jonas");

        Assert.False(await Reset(office).EmptyAsync(default));

        Assert.Equal(1, await office.CountAsync<Core.Availability.Consultant>());
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
    public async Task The_same_accounts_at_the_same_instant_give_the_same_office()
    {
        static async Task<string> OneAsync()
        {
            await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
            await SeedAsync(office);
            await using var db = await office.Data.Database.ReadAsync(default);
            var bookings = await db.Bookings.AsNoTracking().OrderBy(b => b.Id).ToListAsync();
            var events = await db.Events.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
            var ofBookings = events.Where(e => e.BookingId is not null).Select(e => (e.Kind, e.At, e.BookingId));
            var ofCalendars = events.Where(e => e.BookingId is null).Select(e => (e.Kind, e.At)).Order(); // calendars are read side by side
            return JsonSerializer.Serialize((bookings, ofBookings, ofCalendars, await db.ReadySlots.CountAsync()), Whole);
        }

        Assert.Equal(await OneAsync(), await OneAsync());
    }

    [Fact]
    public async Task An_office_that_has_people_is_left_alone()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.AddConsultantAsync("Jonas");

        await SeedAsync(office);

        Assert.Equal((1, 0), (await office.CountAsync<Core.Availability.Consultant>(), await office.CountAsync<Booking>()));
    }

    private static DemoReset Reset(AnOffice office) => ActivatorUtilities.CreateInstance<DemoReset>(office.Data.Provider);

    internal static Task SeedAsync(AnOffice office) =>
        ActivatorUtilities.CreateInstance<DemoOffice>(office.Data.Provider).SeedAsync(Accounts, default);
}
