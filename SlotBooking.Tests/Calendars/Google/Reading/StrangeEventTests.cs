using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>Calendars hold what nobody expects; one event must not keep its calendar, or another, from being read.</summary>
public sealed class StrangeEventTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_that_no_database_takes_is_read_without_what_is_no_text(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        Answer(world, """
            {"id":"seltsam1","etag":"\"1\u0000\"","summary":"Beispiel\u0000, Berta \ud83d","colorId":"kein Farbton, sondern ein Satz","description":"[Booked by: An\u0000na]",
             "start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"}}
            """);

        Assert.True((await world.SyncAsync()).IsComplete);

        var row = Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Equal(("Beispiel, Berta \ufffd", null, "Anna"), (row.Title, row.ColorId, row.BookedBy));
    }

    [Theory]
    [InlineData("""{"start":{"date":"0001-01-01"},"end":{"date":"9999-12-31"}}""", true)]
    [InlineData("""{"start":{"dateTime":"0001-01-01T00:00:00+14:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"}}""", false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"9999-12-31T23:00:00Z"}}""", true)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T09:00:00+01:00"}}""", false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00"},"end":{"dateTime":"2026-11-24T13:00:00"}}""", true)]
    [InlineData("""{"start":{"dateTime":"morgen"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"}}""", false)]
    [InlineData("""{"start":{"date":"2026-02-30"},"end":{"date":"2026-03-01"}}""", false)]
    [InlineData("""{"start":{},"end":{}}""", false)]
    [InlineData("""{"summary":"weder Anfang noch Ende"}""", false)]
    [InlineData("""{"start":{"dateTime":"2026-11-24T11:00:00+01:00"},"end":{"dateTime":"2026-11-24T13:00:00+01:00"},"attendees":[null],"recurrence":null,"extendedProperties":{"private":null}}""", true)]
    public async Task An_event_with_impossible_or_endless_times_is_read_as_far_as_it_means_anything(string json, bool isKept)
    {
        await using var world = await GoogleBed.CreateAsync();
        var strange = JsonNode.Parse(json)!.AsObject();
        strange["id"] = "seltsam1";
        Answer(world, $"{strange.ToJsonString()},{GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(2, 11)).ToJsonString()}");

        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Equal(isKept, (await world.Bed.MirrorAsync(CalendarKeys.Central)).Exists(e => e.EventId == "seltsam1"));
        Assert.Contains(await world.Bed.MirrorAsync(CalendarKeys.Central), e => e.EventId == "hand1");
    }

    [Fact]
    public async Task An_event_without_end_takes_places_as_far_as_anybody_could_book_and_costs_no_more()
    {
        await using var world = await GoogleBed.CreateAsync();
        Answer(world, """{"id":"endlos1","summary":"Beispiel, Berta","start":{"dateTime":"1970-01-01T00:00:00Z"},"end":{"dateTime":"9999-12-31T23:00:00Z"}}""");

        Assert.True((await world.SyncAsync()).IsComplete);

        await using var db = await world.Bed.ReadAsync();
        Assert.InRange(await db.CentralTakings.CountAsync(), 730, 2000);
        Assert.All([-1, 0, 730], day => Assert.True(db.CentralTakings.Any(t => t.Day == world.Bed.Clock.Today.AddDays(day))));
    }

    [Fact]
    public async Task An_event_that_a_list_tells_twice_counts_once_and_as_it_was_told_last()
    {
        await using var world = await GoogleBed.CreateAsync();
        var first = GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)).ToJsonString();
        var last = GoogleBed.Entered("hand1", "Beispiel, Bernd", world.Bed.Hours(2, 11)).ToJsonString();
        Answer(world, $"{first},null,{last},{first.Replace("hand1", "hand2", StringComparison.Ordinal)},{last.Replace("hand1", "", StringComparison.Ordinal)}");

        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Equal([("hand2", "Beispiel, Berta"), ("hand1", "Beispiel, Bernd")], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => (e.EventId, e.Title)));
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_taken_over_keeps_no_other_from_being_read()
    {
        await using var world = await GoogleBed.CreateAsync();
        var clara = await world.Bed.AddConsultantAsync("Clara");
        await world.Bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", world.Bed.Hours(1, 11), default));
        await world.SyncAsync();
        await world.Bed.Database.WriteAsync(
            db => db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER kaputt BEFORE INSERT ON calendar_events WHEN NEW.\"CalendarKey\" = 'central' BEGIN SELECT RAISE(ABORT, 'kaputt'); END"),
            default);
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.Bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e2", "T1-bereit", world.Bed.Hours(2, 11), default));

        var report = await world.SyncAsync();

        Assert.Equal([SyncOutcome.Failed, SyncOutcome.Changed], report.Calendars.Select(c => c.Outcome));
        Assert.Contains("nicht zu übernehmen", (await world.Bed.StateAsync(CalendarKeys.Central)).LastError, StringComparison.Ordinal);
        Assert.Equal(2, (await world.Bed.MirrorAsync(clara.CalendarKey)).Count);
    }

    /// <summary>The next list of the central calendar holds these events, and there is a token.</summary>
    private static void Answer(GoogleBed world, string items) => world.Google.Faults.Next(new Fault.Say(
        $$"""{"kind":"calendar#events","accessRole":"writer","items":[{{items}}],"nextSyncToken":"sync|{{StandInServer.CentralId}}|0"}"""));
}
