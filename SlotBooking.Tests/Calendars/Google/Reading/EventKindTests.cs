using System.Text.Json.Nodes;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>The table of decisions in docs/calendar.md, row by row: what blocks a consultant, and what takes places in the central calendar.</summary>
public sealed class EventKindTests
{
    private const string Timed = "\"start\":{\"dateTime\":\"2026-11-24T11:00:00+01:00\"},\"end\":{\"dateTime\":\"2026-11-24T13:00:00+01:00\"}";

    [Theory]
    [InlineData("timed, opaque", Timed, true, 1)]
    [InlineData("an overhang", Timed + ",\"summary\":\"Beispiel, Berta ( Überhang )\"", true, 2)]
    [InlineData("readiness", Timed + ",\"summary\":\"T1-bereit\"", true, 0)]
    [InlineData("all-day", "\"start\":{\"date\":\"2026-11-24\"},\"end\":{\"date\":\"2026-11-25\"}", false, 0)]
    [InlineData("all-day with readiness", "\"start\":{\"date\":\"2026-11-24\"},\"end\":{\"date\":\"2026-11-25\"},\"summary\":\"Betriebsausflug\"", false, 0)]
    [InlineData("transparent", Timed + ",\"transparency\":\"transparent\"", false, 0)]
    [InlineData("declined by the owner", Timed + ",\"attendees\":[{\"self\":true,\"responseStatus\":\"declined\"}]", false, 0)]
    [InlineData("declined by somebody else", Timed + ",\"attendees\":[{\"responseStatus\":\"declined\"},{\"self\":true,\"responseStatus\":\"accepted\"}]", true, 1)]
    [InlineData("not answered by the owner", Timed + ",\"attendees\":[{\"self\":true,\"responseStatus\":\"needsAction\"}]", true, 1)]
    [InlineData("tentative", Timed + ",\"status\":\"tentative\"", true, 1)]
    [InlineData("out of office", Timed + ",\"eventType\":\"outOfOffice\"", true, 1)]
    [InlineData("out of office, shown as free", Timed + ",\"eventType\":\"outOfOffice\",\"transparency\":\"transparent\"", false, 0)]
    [InlineData("focus time", Timed + ",\"eventType\":\"focusTime\"", true, 1)]
    [InlineData("place of work", Timed + ",\"eventType\":\"workingLocation\"", false, 0)]
    [InlineData("birthday", "\"start\":{\"date\":\"2026-11-24\"},\"end\":{\"date\":\"2026-11-25\"},\"eventType\":\"birthday\",\"transparency\":\"transparent\"", false, 0)]
    [InlineData("from a mail", Timed + ",\"eventType\":\"fromGmail\",\"summary\":\"Flug LH 123\"", true, 1)]
    [InlineData("of a kind that is yet to be invented", Timed + ",\"eventType\":\"teleport\"", true, 1)]
    [InlineData("without a title", Timed + ",\"summary\":null,\"visibility\":\"private\"", true, 1)]
    [InlineData("two digits", Timed + ",\"summary\":\"42\"", true, 0)]
    [InlineData("over midnight", "\"start\":{\"dateTime\":\"2026-11-24T20:00:00+01:00\"},\"end\":{\"dateTime\":\"2026-11-25T04:00:00+01:00\"}", true, 2)]
    public async Task Each_kind_of_event_blocks_or_takes_places_as_the_table_says(string kind, string json, bool isBlocking, int places)
    {
        await using var world = await GoogleBed.CreateAsync();
        var item = JsonNode.Parse($$"""{"id":"kind1",{{json}}}""")!.AsObject();
        if (!item.ContainsKey("summary"))
        {
            item["summary"] = "Beispiel, Berta";
        }

        world.Central.Insert(item);

        Assert.True((await world.SyncAsync()).IsComplete);

        var row = Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.True(isBlocking == !(row.IsAllDay || row.IsTransparent), $"What is {kind} should {(isBlocking ? "" : "not ")}block.");
        await using var db = await world.Bed.ReadAsync();
        Assert.Equal(places, db.CentralTakings.Sum(t => t.Places));
    }

    [Fact]
    public async Task Each_date_of_a_recurring_event_is_an_event_of_its_own_also_moved_and_cancelled_ones()
    {
        await using var world = await GoogleBed.CreateAsync();
        Answer(world, 0, Date("serie1_20261124T100000Z", "11"), Date("serie1_20261201T100000Z", "11", day: "2026-12-01"), Date("serie1_20261208T100000Z", "11", day: "2026-12-08"));
        await world.SyncAsync();
        Assert.Equal(3, (await world.Bed.MirrorAsync(CalendarKeys.Central)).Count);

        // One date was moved, another was deleted: of it Google tells the place in the series and nothing else.
        Answer(world, 0, Date("serie1_20261201T100000Z", "16", day: "2026-12-02"), """
            {"id":"serie1_20261208T100000Z","status":"cancelled","recurringEventId":"serie1","originalStartTime":{"dateTime":"2026-12-08T11:00:00+01:00"}}
            """);
        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Equal(["2026-11-24T10:00", "2026-12-02T15:00"], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => $"{e.StartsAt:yyyy-MM-dd'T'HH:mm}"));
        await using var db = await world.Bed.ReadAsync();
        Assert.Equal([24, 2], db.CentralTakings.OrderBy(t => t.StartsAt).Select(t => t.Day.Day).ToList());
    }

    [Fact]
    public async Task A_series_that_is_deleted_leaves_the_mirror_with_all_its_dates_and_frees_their_places()
    {
        await using var world = await GoogleBed.CreateAsync();
        Answer(world, 0, Date("serie1_20261124T100000Z", "11"), Date("serie1_20261201T100000Z", "11", day: "2026-12-01"));
        await world.SyncAsync();

        Answer(world, 0, """{"id":"serie1","status":"cancelled"}""", """{"id":"serie1_20261124T100000Z","status":"cancelled"}""", """{"id":"serie1_20261201T100000Z","status":"cancelled"}""");
        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Empty(await world.Bed.MirrorAsync(CalendarKeys.Central));
        await using var db = await world.Bed.ReadAsync();
        Assert.Empty(db.CentralTakings);
    }

    private static string Date(string id, string hour, string day = "2026-11-24") =>
        $$"""{"id":"{{id}}","status":"confirmed","summary":"Beispiel, Berta","recurringEventId":"serie1","start":{"dateTime":"{{day}}T{{hour}}:00:00+01:00"},"end":{"dateTime":"{{day}}T{{hour}}:50:00+01:00"} }""";

    private static void Answer(GoogleBed world, int revision, params string[] items) => world.Google.Faults.Next(new Fault.Say(
        $$"""{"kind":"calendar#events","accessRole":"writer","items":[{{string.Join(',', items)}}],"nextSyncToken":"sync|{{StandInServer.CentralId}}|{{revision}}"}"""));
}
