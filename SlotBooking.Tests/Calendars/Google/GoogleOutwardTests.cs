using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google;

public sealed class GoogleOutwardTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_becomes_exactly_one_event_with_all_its_fields(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        var made = world.TheEvent();
        Assert.Equal(AppointmentEventId.Of(booking.Id, 0), (string?)made["id"]);
        Assert.Equal("Muster, Max", (string?)made["summary"]);
        Assert.Equal("Ruft lieber abends zurück.\n\n[Booked by: anna]", (string?)made["description"]);
        Assert.Equal("7", (string?)made["colorId"]);
        Assert.Equal("2026-11-24T11:00:00+01:00", (string?)made["start"]!["dateTime"]);
        Assert.Equal("2026-11-24T13:00:00+01:00", (string?)made["end"]!["dateTime"]);
        Assert.Equal("Europe/Berlin", (string?)made["start"]!["timeZone"]);
        Assert.Equal(booking.Id.ToString(), (string?)made["extendedProperties"]!["private"]!["bookingId"]);
        Assert.Equal((string?)made["etag"], (await world.Bed.WriteOfAsync(booking)).ETag);
    }

    [Fact]
    public async Task Summer_time_is_written_with_its_own_offset()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Bed.Time.Advance(TimeSpan.FromDays(200));
        await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        Assert.Equal("2027-06-12T11:00:00+02:00", (string?)world.TheEvent()["start"]!["dateTime"]);
    }

    [Fact]
    public async Task An_insert_whose_answer_is_lost_makes_one_event()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.LoseAnswer(), method: "POST");
        var booking = await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        world.TheEvent();
        Assert.Equal(0, (await world.Bed.WriteOfAsync(booking)).Attempts);
        Assert.Equal(0, world.Bed.Health.Current.Waiting);
    }

    [Fact]
    public async Task An_insert_whose_answer_is_garbled_makes_one_event()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Garble(), method: "POST");
        await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        world.TheEvent();
        Assert.Equal(0, world.Bed.Health.Current.Waiting);
    }

    [Fact]
    public async Task A_moved_booking_moves_the_same_event_and_keeps_what_people_did_to_it()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var id = (string)world.TheEvent()["id"]!;
        world.Central.Change(id, new JsonObject { ["summary"] = "Muster, Max ( Vorbehalt )", ["colorId"] = "10", ["description"] = "Notiz" }, null);

        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();

        var moved = world.TheEvent();
        Assert.Equal(
            (id, "Muster, Max ( Vorbehalt )", "10", "Notiz"),
            ((string?)moved["id"], (string?)moved["summary"], (string?)moved["colorId"], (string?)moved["description"]));
        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)moved["start"]!["dateTime"]);
    }

    [Fact]
    public async Task An_event_that_somebody_edits_while_it_is_written_is_looked_at_again()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var id = (string)world.TheEvent()["id"]!;
        world.Google.Faults.Next(new Fault.Refuse(412, "conditionNotMet"), method: "PATCH");

        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();

        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)world.TheEvent()["start"]!["dateTime"]);
        Assert.Equal(2, world.Google.Requests.Count(r => r.StartsWith("GET ", StringComparison.Ordinal) && r.EndsWith(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_event_that_was_made_all_day_by_hand_gets_its_hours_back()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var id = (string)world.TheEvent()["id"]!;
        world.Central.Change(id, (JsonObject)JsonNode.Parse("""{"start":{"date":"2026-11-24","dateTime":null},"end":{"date":"2026-11-25","dateTime":null}}""")!, null);

        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();

        Assert.Null(world.TheEvent()["start"]!["date"]);
        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)world.TheEvent()["start"]!["dateTime"]);
    }

    [Fact]
    public async Task A_cancelled_booking_takes_its_event_away_and_undo_brings_the_same_back()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();

        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();
        Assert.Empty(world.Central.Alive());

        await world.Bed.RestoreAsync(booking);
        await world.Bed.RunOutboxAsync();
        Assert.Equal(AppointmentEventId.Of(booking.Id, 0), (string?)world.TheEvent()["id"]);
        Assert.Equal("Muster, Max", (string?)world.TheEvent()["summary"]);
    }

    [Fact]
    public async Task An_event_somebody_deleted_is_gone_for_a_cancellation_too()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        world.Central.Delete(AppointmentEventId.Of(booking.Id, 0), ifMatch: null);

        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();

        Assert.Empty(world.Central.Alive());
        Assert.Equal(0, world.Bed.Health.Current.Waiting);
    }

    [Fact]
    public async Task An_id_that_belongs_to_somebody_else_is_left_alone_and_the_next_is_taken()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        world.Central.Insert(GoogleBed.Entered(AppointmentEventId.Of(booking.Id, 0), "Fremd", world.Bed.Hours(1, 9)));

        await world.Bed.RunOutboxAsync();
        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();

        Assert.Equal("Fremd", (string?)world.TheEvent()["summary"]);
        Assert.Equal(2, world.Central.All().Count);
        await using var db = await world.Bed.ReadAsync();
        Assert.Equal(1, (await db.Bookings.SingleAsync()).CalendarGeneration);
    }

    [Fact]
    public async Task While_Google_is_down_bookings_wait_and_are_written_when_it_is_back()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.IsDown = true;
        for (var number = 0; number < 5; number++)
        {
            await world.Bed.BookAsync();
        }

        await world.Bed.RunOutboxAsync();
        Assert.Equal((5, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));
        Assert.Empty(world.Central.All());

        world.Google.Faults.IsDown = false;
        await world.DrainAsync();
        Assert.Equal(5, world.Central.Alive().Count);
    }

    [Theory]
    [InlineData(403, "rateLimitExceeded")]
    [InlineData(403, "userRateLimitExceeded")]
    [InlineData(429, "rateLimitExceeded")]
    [InlineData(500, "backendError")]
    [InlineData(503, "backendError")]
    public async Task What_passes_is_tried_again(int status, string reason)
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(status, reason), count: 6);
        await world.Bed.BookAsync();

        await world.DrainAsync();

        world.TheEvent();
    }

    [Fact]
    public async Task What_Google_asks_to_wait_is_waited()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(429, "rateLimitExceeded", RetryAfterSeconds: 90));
        var booking = await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        Assert.Single(world.Google.Requests);
        Assert.Equal(world.Bed.Clock.Now.AddSeconds(90), (await world.Bed.WriteOfAsync(booking)).NextTryAt);
    }

    [Fact]
    public async Task What_is_forbidden_is_parked_with_a_sentence_until_the_job_runs_and_the_others_go_on()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(403, "forbidden"));
        await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.Bed.BookAsync();

        await world.DrainAsync();

        Assert.Equal((0, 1), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));
        Assert.Contains("Teile den Kalender", world.Bed.Health.Current.ParkedBecause, StringComparison.Ordinal);
        world.TheEvent();

        var job = world.Bed.Get<IEnumerable<IJob>>().Single(j => j.Name == "calendar-sync");
        Assert.IsType<JobReport.Done>(await job.RunAsync(world.Bed.Clock.Now, default));
        Assert.Equal(2, world.Central.Alive().Count);
    }

    [Fact]
    public async Task A_calendar_that_is_no_longer_shared_proves_no_removal()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        world.Google.Calendars.TryRemove(StandInServer.CentralId, out var lost);
        await world.Bed.CancelAsync(booking);

        await world.Bed.RunOutboxAsync();
        Assert.Equal((1, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked)); // the calendar's trouble, not the booking's

        world.Google.Calendars[StandInServer.CentralId] = lost!;
        await world.DrainAsync();
        Assert.Empty(world.Central.Alive());
    }

    [Fact]
    public async Task Two_outboxes_at_once_make_one_event_per_booking()
    {
        await using var world = await GoogleBed.CreateAsync();
        for (var number = 0; number < 8; number++)
        {
            await world.Bed.BookAsync();
        }

        await using var other = world.Bed.AnotherProcess(GoogleBed.Configuration(world.Google));
        await Task.WhenAll(world.Bed.RunOutboxAsync(), world.Bed.RunOutboxAsync(other.GetRequiredService<CalendarOutbox>()));
        await world.DrainAsync();

        Assert.Equal(8, world.Central.All().Count);
        Assert.Equal(8, world.Google.Requests.Count(r => r.StartsWith("POST ", StringComparison.Ordinal)));
    }
}
