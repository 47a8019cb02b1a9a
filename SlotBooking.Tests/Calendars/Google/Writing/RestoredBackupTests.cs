using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Writing;

/// <summary>An older database meets a newer calendar, or a copy of it: no booking ever gets a second event.</summary>
public sealed class RestoredBackupTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_backup_from_before_the_write_finds_the_event_of_a_later_generation(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await LaterGenerationAsync(world);
        await ForgetAsync(world, booking);

        await RestartAsync(world);

        Assert.Equal(AppointmentEventId.Of(booking.Id, 1), (string?)world.TheEvent()["id"]);
        await using var db = await world.Bed.ReadAsync();
        Assert.Equal(1, (await db.Bookings.SingleAsync()).CalendarGeneration);
    }

    [Fact]
    public async Task A_backup_that_knows_an_event_which_is_deleted_by_now_takes_the_later_one_instead_of_reviving_it()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await LaterGenerationAsync(world);
        world.Central.Insert(Copy(world, AppointmentEventId.Of(booking.Id, 0)));
        world.Central.Delete(AppointmentEventId.Of(booking.Id, 0), ifMatch: null);
        await ForgetAsync(world, booking, etag: "\"1\"");

        await RestartAsync(world);

        Assert.Equal(AppointmentEventId.Of(booking.Id, 1), (string?)world.TheEvent()["id"]);
    }

    [Fact]
    public async Task A_booking_that_the_backup_cancels_again_takes_the_later_event_away()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await LaterGenerationAsync(world);
        await ForgetAsync(world, booking);
        await world.Bed.CancelAsync(booking);

        await RestartAsync(world);

        Assert.Empty(world.Central.Alive());
    }

    [Fact]
    public async Task In_a_copied_calendar_the_event_is_found_under_its_new_id_and_stays_the_bookings()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.SyncAsync();
        world.Central.Insert(Copy(world, "kopie1"));
        world.Central.Purge(AppointmentEventId.Of(booking.Id, 0));

        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        Assert.Equal(("kopie1", "2026-11-25T16:00:00+01:00"), ((string?)world.TheEvent()["id"], (string?)world.TheEvent()["start"]!["dateTime"]));
        Assert.Equal("kopie1", (await world.Bed.WriteOfAsync(booking)).EventId);

        await world.Bed.CancelAsync(booking);
        await world.Bed.RunOutboxAsync();
        Assert.Empty(world.Central.Alive());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_copy_that_people_made_is_neither_taken_for_ours_nor_removed(bool afterRestart)
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var copy = Copy(world, "kopie1");
        world.Central.Insert(copy);
        if (afterRestart)
        {
            await ForgetAsync(world, booking);
        }

        await world.Bed.MoveAsync(booking, world.Bed.Hours(2, 16));
        await RunAsync(world, afterRestart);
        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)world.Central.Get(AppointmentEventId.Of(booking.Id, 0))["start"]!["dateTime"]);
        Assert.Equal((string?)copy["start"]!["dateTime"], (string?)world.Central.Get("kopie1")["start"]!["dateTime"]);

        await world.Bed.CancelAsync(booking);
        await RunAsync(world, afterRestart);
        Assert.Equal("kopie1", (string?)world.TheEvent()["id"]);

        await world.Bed.RestoreAsync(booking);
        await RunAsync(world, afterRestart);
        Assert.Equal(2, world.Central.Alive().Count);
        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)world.Central.Get(AppointmentEventId.Of(booking.Id, 0))["start"]!["dateTime"]);
    }

    [Fact]
    public async Task Once_the_calendar_was_read_new_bookings_cost_one_request_each()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();
        var asked = world.Google.Requests.Count;
        await world.Bed.BookAsync();
        await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        Assert.Equal(2, world.Google.Requests.Count - asked);
    }

    /// <summary>A booking whose event has the second id, because the first belonged to somebody else, who is gone by now.</summary>
    private static async Task<Booking> LaterGenerationAsync(GoogleBed world)
    {
        var booking = await world.Bed.BookAsync();
        var taken = AppointmentEventId.Of(booking.Id, 0);
        world.Central.Insert(GoogleBed.Entered(taken, "Fremd", world.Bed.Hours(1, 9)));
        await world.Bed.RunOutboxAsync();
        world.Central.Purge(taken);
        Assert.Equal(AppointmentEventId.Of(booking.Id, 1), (string?)world.TheEvent()["id"]);
        return booking;
    }

    /// <summary>The database as it was before the event was written.</summary>
    private static Task ForgetAsync(GoogleBed world, Booking booking, string? etag = null) => world.Bed.Database.WriteAsync(
        async db =>
        {
            await db.Bookings.Where(b => b.Id == booking.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.CalendarGeneration, 0));
            await db.CalendarWrites.Where(w => w.BookingId == booking.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Done, 0).SetProperty(w => w.ETag, etag));
        },
        default);

    private static async Task RestartAsync(GoogleBed world)
    {
        world.Bed.Time.Advance(TimeSpan.FromHours(1));
        await using var restarted = world.Bed.AnotherProcess(GoogleBed.Configuration(world.Google));
        await world.Bed.RunOutboxAsync(restarted.GetRequiredService<CalendarOutbox>());
    }

    private static Task RunAsync(GoogleBed world, bool afterRestart) => afterRestart ? RestartAsync(world) : world.Bed.RunOutboxAsync();

    private static JsonObject Copy(GoogleBed world, string id)
    {
        var copy = world.TheEvent();
        copy["id"] = id;
        copy.Remove("created");
        return copy;
    }
}
