using System.Text.Json.Nodes;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using static SlotBooking.Tests.CalendarSync.Deletions.WrittenBooking;

namespace SlotBooking.Tests.CalendarSync.Deletions;

/// <summary>Somebody makes our event repeat: then lists tell only of its single dates, and nothing of ours is deleted.</summary>
public sealed class RepeatedEventTests
{
    [Fact]
    public async Task An_event_of_ours_that_people_made_repeat_takes_place_once_again_and_is_no_deletion()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        world.Central.Change(EventOf(booking), new JsonObject { ["recurrence"] = new JsonArray("RRULE:FREQ=WEEKLY") }, ifMatch: null);
        var date = world.TheEvent();
        date.Remove("recurrence");
        date["id"] = $"{EventOf(booking)}_20261124T100000Z";
        world.Google.Faults.Next(new Fault.Say($$"""{"kind":"calendar#events","accessRole":"writer","items":[{{date.ToJsonString()}},{"id":"{{EventOf(booking)}}","status":"cancelled"}],"nextSyncToken":"sync|{{StandInServer.CentralId}}|0"}"""), method: "GET");

        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        await world.DrainAsync();

        Assert.Null(world.TheEvent()["recurrence"]);
        Assert.Equal(booking.Id, Assert.Single(await world.Bed.EventsAsync(EventKinds.EditedInCalendar)).BookingId);
        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task One_deleted_date_of_such_a_series_deletes_no_booking()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        world.Google.Faults.Next(new Fault.Say($$"""{"kind":"calendar#events","accessRole":"writer","items":[{"id":"{{EventOf(booking)}}_20261201T100000Z","status":"cancelled"}],"nextSyncToken":"sync|{{StandInServer.CentralId}}|0"}"""), method: "GET");

        await world.SyncAsync();

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        world.TheEvent();
    }
}
