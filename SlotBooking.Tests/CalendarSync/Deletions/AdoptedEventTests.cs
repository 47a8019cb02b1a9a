using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Persistence;

using static SlotBooking.Tests.CalendarSync.Deletions.WrittenBooking;

namespace SlotBooking.Tests.CalendarSync.Deletions;

/// <summary>An event under another id that was taken over for a booking, from a calendar that was copied, is watched like one of ours.</summary>
public sealed class AdoptedEventTests
{
    private const string Copy = "kopie1";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Deleted_by_people_it_calls_its_booking_off(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await AdoptedAsync(world);

        world.Central.Delete(Copy, ifMatch: null);
        await world.SyncAsync();

        Assert.True((await StoredAsync(world, booking)).CancelledInCalendar);
        Assert.Single(await world.Bed.EventsAsync(EventKinds.CancelledInCalendar));
    }

    [Fact]
    public async Task Gone_without_a_trace_it_has_to_be_missing_twice()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await AdoptedAsync(world);
        world.Central.Purge(Copy);
        world.Central.ForgetTokens();
        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Equal(Copy, Assert.Single(await AbsencesAsync(world)).EventId);

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.SyncAsync();

        Assert.True((await StoredAsync(world, booking)).CancelledInCalendar);
    }

    [Fact]
    public async Task Moved_by_people_it_is_put_back_and_they_are_told()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await AdoptedAsync(world);
        var elsewhere = GoogleBed.Entered(Copy, "", world.Bed.Hours(3, 9));

        world.Central.Change(Copy, new JsonObject { ["start"] = elsewhere["start"]!.DeepClone(), ["end"] = elsewhere["end"]!.DeepClone() }, ifMatch: null);
        await world.SyncAsync();
        await world.DrainAsync();

        Assert.Equal(booking.Id, Assert.Single(await world.Bed.EventsAsync(EventKinds.EditedInCalendar)).BookingId);
        var stored = await StoredAsync(world, booking);
        Assert.Equal((Copy, stored.StartsAt), ((string?)world.TheEvent()["id"], DateTimeOffset.Parse((string)world.TheEvent()["start"]!["dateTime"]!, null)));
    }

    [Fact]
    public async Task It_takes_no_place_besides_its_booking()
    {
        await using var world = await GoogleBed.CreateAsync();
        await AdoptedAsync(world);

        world.Central.Change(Copy, new JsonObject { ["colorId"] = "5" }, ifMatch: null);
        await world.SyncAsync();

        await using var db = await world.Bed.ReadAsync();
        Assert.Equal(0, await db.CentralTakings.CountAsync());
    }

    /// <summary>A booking whose event stands under an id that is not made of the booking's.</summary>
    private static async Task<Booking> AdoptedAsync(GoogleBed world)
    {
        var booking = await WrittenAsync(world);
        var copy = world.TheEvent();
        copy["id"] = Copy;
        world.Central.Insert(copy);
        world.Central.Purge(EventOf(booking));
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        await world.SyncAsync();
        Assert.Equal(Copy, (await world.Bed.WriteOfAsync(booking)).EventId);
        Assert.Empty(await AbsencesAsync(world));
        return booking;
    }
}
