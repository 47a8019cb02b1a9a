using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

using static SlotBooking.Tests.CalendarSync.Deletions.WrittenBooking;

namespace SlotBooking.Tests.CalendarSync.Deletions;

/// <summary>When a booking is called off because its event is gone, and when it must not be.</summary>
public sealed class DeletionProofTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_whose_event_people_delete_is_called_off_and_nothing_is_written_for_it(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await WrittenAsync(world);

        world.Central.Delete(EventOf(booking), ifMatch: null);
        await world.SyncAsync();

        var stored = await StoredAsync(world, booking);
        Assert.Equal((BookingStatus.Cancelled, true, "im Kalender gelöscht"), (stored.Status, stored.CancelledInCalendar, stored.CancelReason));
        var told = Assert.Single(await world.Bed.EventsAsync(EventKinds.CancelledInCalendar));
        Assert.Equal((booking.Id, booking.Day, booking.Start, null), (told.BookingId, told.Day, told.Start, told.AccountId));
        world.Google.Requests.Clear();
        await world.Bed.RunOutboxAsync();
        Assert.Empty(world.Google.Requests);
    }

    [Fact]
    public async Task An_event_that_vanished_without_a_trace_has_to_be_missing_twice_ten_minutes_apart()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(2, 11)));
        await VanishAsync(world, booking);

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        world.Bed.Time.Advance(CalendarAbsence.Apart - TimeSpan.FromSeconds(1));
        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);

        world.Bed.Time.Advance(TimeSpan.FromSeconds(1));
        await world.SyncAsync();

        Assert.True((await StoredAsync(world, booking)).CancelledInCalendar);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task The_second_look_comes_by_itself_also_when_calendars_are_read_once_an_hour()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await VanishAsync(world, booking);
        Assert.Equal(world.Bed.Clock.Now + CalendarAbsence.Apart, await world.Bed.Sync.LookAgainAtAsync(default));

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.Bed.Sync.SyncDueAsync(TimeSpan.FromHours(1), default);

        Assert.True((await StoredAsync(world, booking)).CancelledInCalendar);
        Assert.Null(await world.Bed.Sync.LookAgainAtAsync(default));
    }

    [Fact]
    public async Task An_event_that_is_found_again_starts_the_count_anew()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        var copy = world.Central.Get(EventOf(booking));
        await VanishAsync(world, booking);
        world.Central.Insert(copy);
        await world.SyncAsync();
        Assert.Empty(await AbsencesAsync(world));

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await VanishAsync(world, booking);

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Equal(world.Bed.Clock.Now, Assert.Single(await AbsencesAsync(world)).FirstMissingAt);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("401")]
    [InlineData("403")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("garble")]
    [InlineData("not shared")]
    [InlineData("calendar gone")]
    [InlineData("empty")]
    public async Task A_calendar_that_does_not_answer_properly_proves_nothing(string trouble)
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await VanishAsync(world, booking);
        if (trouble is "calendar gone")
        {
            world.Google.Calendars.TryRemove(StandInServer.CentralId, out _);
        }
        else if (trouble is "empty" or "not shared")
        {
            world.Google.Pages.AccessRole = trouble is "empty" ? "none" : "freeBusyReader";
        }
        else
        {
            world.Google.Faults.Next(FaultOf(trouble), count: 1000);
        }

        for (var look = 0; look < 3; look++)
        {
            world.Bed.Time.Advance(CalendarAbsence.Apart);
            await world.SyncAsync();
        }

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await world.Bed.EventsAsync(EventKinds.CancelledInCalendar));
    }

    [Fact]
    public async Task Another_central_calendar_proves_nothing()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await VanishAsync(world, booking);
        world.Google.AddCalendar("neu@stand-in.example").Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(2, 11)));
        await using var moved = world.Bed.AnotherProcess([.. GoogleBed.Configuration(world.Google), ("CENTRAL_CALENDAR_ID", "neu@stand-in.example")]);
        var sync = moved.GetRequiredService<CalendarSyncService>();

        for (var look = 0; look < 6; look++)
        {
            world.Bed.Time.Advance(look == 3 ? TimeSpan.FromHours(13.5) : CalendarAbsence.Apart); // past midnight all of it is listed
            Assert.True((await sync.SyncAsync(null, default)).IsComplete);
        }

        Assert.True(booking.StartsAt > world.Bed.Clock.Now);
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task What_we_took_away_ourselves_is_no_deletion_by_people()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();

        await world.SyncAsync();

        Assert.False((await StoredAsync(world, booking)).CancelledInCalendar);
        Assert.Empty(await world.Bed.EventsAsync(EventKinds.CancelledInCalendar));
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task A_cancel_that_was_taken_back_is_no_deletion_by_people_while_it_waits_to_be_written()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();
        await world.Bed.RestoreAsync(booking);

        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        await world.Bed.RunOutboxAsync();
        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.SyncAsync();

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
        world.TheEvent();
    }

    [Fact]
    public async Task A_booking_that_still_waits_to_be_written_is_not_missing()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();

        for (var look = 0; look < 3; look++)
        {
            await world.SyncAsync();
            world.Bed.Time.Advance(TimeSpan.FromHours(8));
        }

        Assert.True(booking.StartsAt > world.Bed.Clock.Now);
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task An_appointment_that_has_begun_is_not_called_off_by_deleting_its_event()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        world.Bed.Time.Advance(booking.StartsAt - world.Bed.Clock.Now);

        world.Central.Delete(EventOf(booking), ifMatch: null);
        await world.SyncAsync();

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
    }

    [Fact]
    public async Task A_window_that_moves_on_leaves_past_appointments_alone()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);

        for (var day = 0; day < 5; day++)
        {
            world.Bed.Time.Advance(TimeSpan.FromDays(1));
            await world.SyncAsync();
        }

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task An_event_that_people_move_far_out_of_the_window_is_moved_and_not_missing()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        var far = GoogleBed.Entered("weg", "", world.Bed.Hours(700, 11));
        world.Central.Change(EventOf(booking), new JsonObject { ["start"] = far["start"]!.DeepClone(), ["end"] = far["end"]!.DeepClone() }, ifMatch: null);
        world.Central.ForgetTokens();

        await world.SyncAsync();
        await world.DrainAsync();

        Assert.Empty(await AbsencesAsync(world));
        Assert.Equal(booking.StartsAt, DateTimeOffset.Parse((string)world.TheEvent()["start"]!["dateTime"]!, null));
    }

    [Fact]
    public async Task A_copy_that_people_made_of_our_event_takes_a_place_and_its_deletion_calls_nothing_off()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await WrittenAsync(world);
        var copy = world.Central.Get(EventOf(booking));
        copy["id"] = "kopie1";
        world.Central.Insert(copy);
        await world.SyncAsync();
        await using var db = await world.Bed.ReadAsync();
        Assert.Equal("kopie1", (await db.CentralTakings.AsNoTracking().SingleAsync()).EventId);

        world.Central.Delete("kopie1", ifMatch: null);
        await world.SyncAsync();

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await db.CentralTakings.AsNoTracking().ToListAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_that_people_put_back_brings_its_booking_back(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await WrittenAsync(world);
        world.Central.Delete(EventOf(booking), ifMatch: null);
        await world.SyncAsync();

        world.Central.Change(EventOf(booking), new JsonObject { ["status"] = "confirmed" }, ifMatch: null);
        await world.SyncAsync();
        await world.DrainAsync();

        var stored = await StoredAsync(world, booking);
        Assert.Equal((BookingStatus.Open, false, null), (stored.Status, stored.CancelledInCalendar, stored.CancelReason));
        world.TheEvent();
    }

    private static Fault FaultOf(string trouble) => trouble switch
    {
        "reset" => new Fault.Reset(),
        "garble" => new Fault.Garble(),
        "401" => new Fault.Refuse(401, "authError"),
        "403" => new Fault.Refuse(403, "forbidden"),
        "404" => new Fault.Refuse(404, "notFound"),
        "429" => new Fault.Refuse(429, "rateLimitExceeded"),
        _ => new Fault.Refuse(500),
    };
}
