using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Writing;

/// <summary>People edit our events, before we write and while we do: time and name are ours, all else is theirs.</summary>
public sealed class HandEditTests
{
    private const string Moved = "2026-11-25T16:00:00+01:00";

    [Theory]
    [InlineData("renamed", "Muster, Max", "7", "Ruft lieber")]
    [InlineData("noted in the title", "Muster, Max – bringt Unterlagen", "7", "Ruft lieber")]
    [InlineData("marked", "Muster, Max ( Vorbehalt )", "7", "Ruft lieber")]
    [InlineData("title emptied", "Muster, Max", "7", "Ruft lieber")]
    [InlineData("recoloured", "Muster, Max", "10", "Ruft lieber")]
    [InlineData("described", "Muster, Max", "7", "ganz andere Notiz")]
    [InlineData("moved", "Muster, Max", "7", "Ruft lieber")]
    [InlineData("all day", "Muster, Max", "7", "Ruft lieber")]
    [InlineData("repeated", "Muster, Max", "7", "Ruft lieber")]
    [InlineData("deleted", "Muster, Max", "7", "Ruft lieber")]
    public async Task Whatever_people_do_before_and_while_a_booking_moves_it_stands_there_once_with_what_is_theirs(
        string edit, string title, string color, string description)
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        var id = AppointmentEventId.Of(booking.Id, 0);
        Edit(world, id, edit);
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        AssertStands(world, id, title, color, description);

        Edit(world, id, "described back");
        world.Google.Faults.Next(new Fault.Meanwhile(() => Edit(world, id, edit)), method: "PATCH");
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 18));
        await world.Bed.MoveAsync(booking, world.Bed.Hours(3, 16));
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        Edit(world, id, "moved");
        await world.Bed.RunOutboxAsync();

        AssertStands(world, id, title, color, description);
        Assert.Equal(0, world.Bed.Health.Current.Waiting);
    }

    [Theory]
    [InlineData("renamed")]
    [InlineData("moved")]
    [InlineData("deleted")]
    public async Task A_cancellation_takes_an_event_away_that_people_edit_meanwhile(string edit)
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        world.Google.Faults.Next(new Fault.Meanwhile(() => Edit(world, AppointmentEventId.Of(booking.Id, 0), edit)), method: "DELETE");

        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();

        Assert.Empty(world.Central.Alive());
        Assert.Equal(0, world.Bed.Health.Current.Waiting);
    }

    [Fact]
    public async Task An_event_that_never_stands_still_waits_while_the_others_go_on()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();
        var booking = await WrittenAsync(world);
        var id = AppointmentEventId.Of(booking.Id, 0);
        world.Google.Faults.Next(new Fault.Meanwhile(() => Edit(world, id, "recoloured")), count: 8, method: "PATCH");
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        var row = await world.Bed.WriteOfAsync(booking);
        Assert.Equal((1, null), (row.Attempts, row.ParkedBecause));
        Assert.Null((await world.Bed.StateAsync(CalendarKeys.Central)).WritesPausedUntil);
        var patches = world.Google.Requests.Count(r => r.StartsWith("PATCH ", StringComparison.Ordinal));
        Assert.InRange(patches, 2, 8);

        await world.Bed.BookAsync();
        await world.DrainAsync();

        Assert.Equal(2, world.Central.Alive().Count);
        Assert.Equal(Moved, (string?)world.Central.Get(id)["start"]!["dateTime"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reading_back_what_we_wrote_ourselves_tells_nothing_and_writes_nothing(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        await world.SyncAsync();
        var booking = await WrittenAsync(world);
        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        var told = await ToldAsync(world);

        await world.SyncAsync();
        await world.Bed.RunOutboxAsync();
        await world.SyncAsync();

        Assert.Equal(told, await ToldAsync(world));
        Assert.Equal(2, world.Google.Requests.Count(r => !r.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
    }

    [Fact]
    public async Task What_people_move_or_rename_is_put_back_and_both_are_told_and_later_each_time()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await world.SyncAsync();
        var id = AppointmentEventId.Of(booking.Id, 0);
        var pauses = new List<TimeSpan>();
        for (var round = 0; round < 4; round++)
        {
            world.Bed.Time.Advance(TimeSpan.FromSeconds(70));
            Edit(world, id, round % 2 == 0 ? "moved" : "renamed");
            await world.SyncAsync();
            await world.Bed.Get<OutboxIntake>().RunAsync(default);
            pauses.Add((await world.Bed.WriteOfAsync(booking)).NextTryAt - world.Bed.Clock.Now);
            await world.DrainAsync();
            Assert.Equal("2026-11-24T11:00:00+01:00", (string?)world.TheEvent()["start"]!["dateTime"]);
            Assert.Equal("Muster, Max", (string?)world.TheEvent()["summary"]);
            await world.SyncAsync();
        }

        Assert.Equal(4, (await world.Bed.EventsAsync(EventKinds.EditedInCalendar)).Count);
        Assert.Equal([0, 2, 4, 8], pauses.Select(p => p.TotalSeconds));
    }

    private static async Task<Booking> WrittenAsync(GoogleBed world)
    {
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        world.TheEvent();
        return booking;
    }

    /// <summary>But for the word that outcomes may be looked at anew.</summary>
    private static async Task<int> ToldAsync(GoogleBed world)
    {
        await using var db = await world.Bed.ReadAsync();
        return await db.Events.CountAsync(e => e.Kind != EventKinds.MarksChanged);
    }

    private static void AssertStands(GoogleBed world, string id, string title, string color, string description)
    {
        var stands = world.TheEvent();
        Assert.Equal((id, title, color), ((string?)stands["id"], (string?)stands["summary"], (string?)stands["colorId"]));
        Assert.Contains(description, (string?)stands["description"], StringComparison.Ordinal);
        Assert.Equal(Moved, (string?)stands["start"]!["dateTime"]);
        Assert.Null(stands["start"]!["date"]);
        Assert.Null(stands["recurrence"]);
    }

    private static void Edit(GoogleBed world, string id, string edit)
    {
        if (edit == "deleted")
        {
            if (!EventStore.IsCancelled(world.Central.Get(id)))
            {
                world.Central.Delete(id, ifMatch: null);
            }

            return;
        }

        world.Central.Change(id, JsonNode.Parse(PatchOf(edit))!.AsObject(), ifMatch: null);
    }

    private static string PatchOf(string edit) => edit switch
    {
        "renamed" => """{"summary":"Mustermann, Max"}""",
        "noted in the title" => """{"summary":"bringt Unterlagen"}""",
        "marked" => """{"summary":"Muster, Max ( Vorbehalt )"}""",
        "title emptied" => """{"summary":null}""",
        "recoloured" => """{"colorId":"10"}""",
        "described" => """{"description":"ganz andere Notiz"}""",
        "described back" => """{"description":"Ruft lieber mittags zurück. ganz andere Notiz"}""",
        "moved" => """{"start":{"dateTime":"2026-11-27T09:00:00+01:00","date":null},"end":{"dateTime":"2026-11-27T10:00:00+01:00","date":null}}""",
        "all day" => """{"start":{"date":"2026-11-27","dateTime":null},"end":{"date":"2026-11-28","dateTime":null}}""",
        _ => """{"recurrence":["RRULE:FREQ=WEEKLY"]}""",
    };
}
