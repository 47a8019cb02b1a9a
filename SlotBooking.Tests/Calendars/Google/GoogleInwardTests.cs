using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google;

public sealed class GoogleInwardTests
{
    private const string ClaraId = "clara@stand-in.example";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Readiness_that_a_consultant_enters_stands_in_the_mirror_after_the_next_sync(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var (clara, calendar) = await AddClaraAsync(world);
        await world.SyncAsync();

        var hours = world.Bed.Hours(1, 11);
        calendar.Insert(GoogleBed.Entered("free1", "T1-bereit", hours));
        await world.SyncAsync();

        var mirrored = Assert.Single(await world.Bed.MirrorAsync(clara.CalendarKey));
        Assert.Equal(("T1-bereit", hours.Start, hours.End), (mirrored.Title, mirrored.StartsAt, mirrored.EndsAt));
        Assert.Single(await world.Bed.EventsAsync(EventKinds.ConsultantCalendarChanged));
    }

    [Fact]
    public async Task A_hand_made_event_takes_places_and_frees_them_when_it_is_deleted()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        world.Central.Insert(GoogleBed.Entered("hand2", "Beispiel, Bernd ( Überhang )", world.Bed.Hours(1, 14)));
        world.Central.Insert(GoogleBed.Entered("hand3", "42", world.Bed.Hours(1, 16)));
        await world.SyncAsync();
        Assert.Equal([("hand1", 1), ("hand2", 2)], await TakingsAsync(world));

        world.Central.Delete("hand1", ifMatch: null);
        world.Central.Change("hand2", new JsonObject { ["summary"] = "Beispiel, Bernd" }, ifMatch: null);
        await world.SyncAsync();

        Assert.Equal([("hand2", 1)], await TakingsAsync(world));
        Assert.Equal(2, (await world.Bed.EventsAsync(EventKinds.CentralChanged)).Count);
    }

    [Fact]
    public async Task Our_own_event_comes_back_without_taking_a_second_place()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();

        await world.SyncAsync();

        Assert.Equal(booking.Id, Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central)).BookingId);
        Assert.Empty(await TakingsAsync(world));
        Assert.Empty(await world.Bed.EventsAsync(EventKinds.CentralChanged));
    }

    [Fact]
    public async Task All_pages_are_read_also_behind_an_empty_one()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Pages.Size = 3;
        world.Google.Pages.WithEmptyPage = true;
        for (var number = 0; number < 10; number++)
        {
            world.Central.Insert(GoogleBed.Entered($"hand{number}", "Beispiel, Berta", world.Bed.Hours(1 + number, 11)));
        }

        await world.SyncAsync();

        Assert.Equal(10, (await world.Bed.MirrorAsync(CalendarKeys.Central)).Count);
    }

    [Fact]
    public async Task A_later_sync_asks_for_changes_only_and_one_without_news_costs_one_request()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.SyncAsync();
        world.Google.Requests.Clear();

        var report = await world.SyncAsync();

        Assert.Equal(SyncOutcome.Unchanged, Assert.Single(report.Calendars).Outcome);
        var request = Assert.Single(world.Google.Requests);
        Assert.Contains("syncToken=", request, StringComparison.Ordinal);
        Assert.DoesNotContain("timeMin", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_that_is_too_old_rebuilds_this_mirror_and_touches_no_booking(bool inTheMiddle)
    {
        await using var world = await GoogleBed.CreateAsync();
        var (clara, calendar) = await AddClaraAsync(world);
        calendar.Insert(GoogleBed.Entered("free1", "T1-bereit", world.Bed.Hours(1, 11)));
        await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.SyncAsync();
        calendar.Purge("free1");
        for (var number = 2; number < 6; number++)
        {
            calendar.Insert(GoogleBed.Entered($"free{number}", "T1-bereit", world.Bed.Hours(number, 11)));
        }

        if (inTheMiddle)
        {
            world.Google.Pages.Size = 2;
            world.Google.Pages.GoneOnNextPage = true;
        }
        else
        {
            calendar.ForgetTokens();
        }

        var report = await world.SyncAsync();

        Assert.True(report.IsComplete);
        Assert.Equal(["free2", "free3", "free4", "free5"], (await world.Bed.MirrorAsync(clara.CalendarKey)).Select(e => e.EventId));
        await using var db = await world.Bed.ReadAsync();
        Assert.True((await db.Bookings.SingleAsync()).HoldsPlace);
        world.TheEvent();
    }

    [Fact]
    public async Task While_Google_is_down_what_was_known_stays_and_ages_and_no_success_is_reported()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.SyncAsync();
        var known = world.Bed.Clock.Now;
        world.Google.Faults.IsDown = true;
        world.Bed.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await world.SyncAsync()).IsComplete);
        world.Bed.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.False((await world.SyncAsync()).IsComplete);

        Assert.Single(await TakingsAsync(world));
        var snapshot = world.Bed.Health.Current;
        Assert.Equal(known.AddMinutes(1), snapshot.GoogleAwaySince);
        Assert.Equal(TimeSpan.FromMinutes(7), snapshot.Central!.Age(world.Bed.Clock.Now));

        world.Google.Faults.IsDown = false;
        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Null(world.Bed.Health.Current.GoogleAwaySince);
        Assert.Equal(3, (await world.Bed.EventsAsync(EventKinds.CalendarState)).Count);
    }

    [Fact]
    public async Task One_calendar_that_is_not_shared_keeps_no_other_from_being_read()
    {
        await using var world = await GoogleBed.CreateAsync();
        var jonas = await world.Bed.AddConsultantAsync("Jonas", "unbekannt@stand-in.example");
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));

        var report = await world.SyncAsync();

        Assert.Equal([SyncOutcome.Changed, SyncOutcome.Failed], report.Calendars.Select(c => c.Outcome));
        Assert.Contains("geteilt", world.Bed.Health.Current.OfConsultant(jonas.Id)!.LastError, StringComparison.Ordinal);
        Assert.Null(world.Bed.Health.Current.GoogleAwaySince);
    }

    [Fact]
    public async Task A_consultant_without_a_Google_calendar_is_read_here_also_when_Google_is_on()
    {
        await using var world = await GoogleBed.CreateAsync();
        var clara = await world.Bed.AddConsultantAsync("Clara");
        await world.Bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", world.Bed.Hours(1, 11), default));

        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Single(await world.Bed.MirrorAsync(clara.CalendarKey));
    }

    [Fact]
    public async Task Another_calendar_id_starts_the_mirror_anew()
    {
        await using var world = await GoogleBed.CreateAsync();
        var (clara, calendar) = await AddClaraAsync(world);
        calendar.Insert(GoogleBed.Entered("free1", "T1-bereit", world.Bed.Hours(1, 11)));
        await world.SyncAsync();

        world.Google.AddCalendar("neu@stand-in.example").Insert(GoogleBed.Entered("free2", "T1-bereit", world.Bed.Hours(2, 11)));
        await world.Bed.Database.WriteAsync(
            async db => (await db.Consultants.SingleAsync(c => c.Id == clara.Id)).CalendarId = "neu@stand-in.example", default);
        await world.SyncAsync();

        Assert.Equal("free2", Assert.Single(await world.Bed.MirrorAsync(clara.CalendarKey)).EventId);
    }

    [Theory]
    [InlineData("""{"start":{"date":"2026-11-24"},"end":{"date":"2026-11-25"}}""", "2026-11-23T23:00Z", "2026-11-24T23:00Z", true, false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"transparency":"transparent"}""", "2026-11-24T10:00Z", "2026-11-24T12:00Z", false, true)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"attendees":[{"self":true,"responseStatus":"declined"}]}""", "2026-11-24T10:00Z", "2026-11-24T12:00Z", false, true)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"attendees":[{"responseStatus":"declined"}]}""", "2026-11-24T10:00Z", "2026-11-24T12:00Z", false, false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"eventType":"workingLocation"}""", "2026-11-24T10:00Z", "2026-11-24T12:00Z", false, true)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"eventType":"outOfOffice","status":"tentative"}""", "2026-11-24T10:00Z", "2026-11-24T12:00Z", false, false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T22:00:00Z"},"end":{"dateTime":"2026-11-26T02:00:00Z"}}""", "2026-11-24T22:00Z", "2026-11-26T02:00Z", false, false)]
    public async Task Kinds_of_events_are_read_as_the_table_of_decisions_says(string json, string start, string end, bool isAllDay, bool isTransparent)
    {
        await using var world = await GoogleBed.CreateAsync();
        var made = (JsonObject)JsonNode.Parse(json)!;
        made["id"] = "kind1";
        world.Central.Insert(made);

        await world.SyncAsync();

        var row = Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Equal(
            (DateTimeOffset.Parse(start, null), DateTimeOffset.Parse(end, null), isAllDay, isTransparent),
            (row.StartsAt, row.EndsAt, row.IsAllDay, row.IsTransparent));
    }

    [Fact]
    public async Task An_event_over_midnight_takes_places_on_each_of_its_days()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Central.Insert(GoogleBed.Entered("long1", "Beispiel, Berta", world.Bed.Hours(1, 20, length: 8)));

        await world.SyncAsync();

        await using var db = await world.Bed.ReadAsync();
        Assert.Equal([24, 25], await db.CentralTakings.OrderBy(t => t.Day).Select(t => t.Day.Day).ToListAsync());
    }

    private static async Task<(Consultant Clara, EventStore Calendar)> AddClaraAsync(GoogleBed world) =>
        (await world.Bed.AddConsultantAsync("Clara", ClaraId), world.Google.AddCalendar(ClaraId));

    private static async Task<List<(string EventId, int Places)>> TakingsAsync(GoogleBed world)
    {
        await using var db = await world.Bed.ReadAsync();
        var takings = await db.CentralTakings.AsNoTracking().OrderBy(t => t.EventId).ToListAsync();
        return [.. takings.Select(t => (t.EventId, t.Places))];
    }
}
