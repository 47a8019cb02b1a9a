using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Writing;

/// <summary>What must happen when Google answers a write wrongly, or not at all.</summary>
public sealed class WriteFaultTests
{
    [Theory]
    [InlineData("answer lost")]
    [InlineData("reset")]
    [InlineData("hang")]
    [InlineData("half of the JSON")]
    [InlineData("cut in the middle")]
    [InlineData("stalled in the middle")]
    [InlineData("an error with status 200")]
    [InlineData("empty")]
    [InlineData("empty object")]
    [InlineData("page for people 200")]
    [InlineData("page for people 403")]
    [InlineData("page for people 404")]
    [InlineData("page for people 502")]
    [InlineData("429")]
    [InlineData("500")]
    public async Task Whatever_passes_at_any_step_leaves_one_event_as_the_booking_stands(string name)
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:Google:TimeoutSeconds", "1"));
        var booking = await world.Bed.BookAsync();
        var to = world.Bed.Hours(2, 16);

        world.Google.Faults.Next(PassingFaults.Of(name), method: "POST");
        await world.DrainAsync();
        Assert.Equal("Muster, Max", (string?)world.TheEvent()["summary"]);

        await world.Bed.MoveAsync(booking, to);
        world.Google.Faults.Next(PassingFaults.Of(name), method: "GET");
        world.Google.Faults.Next(PassingFaults.Of(name), method: "PATCH");
        await world.DrainAsync();
        Assert.Equal("2026-11-25T16:00:00+01:00", (string?)world.TheEvent()["start"]!["dateTime"]);

        await world.Bed.CancelAsync(booking);
        world.Google.Faults.Next(PassingFaults.Of(name), method: "DELETE");
        await world.DrainAsync();
        Assert.Empty(world.Central.Alive());
        Assert.Single(world.Central.All());
        Assert.Equal(0, world.Bed.Health.Current.Parked);
    }

    [Theory]
    [InlineData(403, "forbidden", "Teile den Kalender")]
    [InlineData(403, "insufficientPermissions", "Teile den Kalender")]
    [InlineData(403, "domainPolicy", "Google-Domain")]
    [InlineData(400, "invalid", "lehnt die Anfrage ab (400 invalid)")]
    public async Task What_is_refused_for_good_parks_this_one_with_its_sentence_and_is_not_tried_in_a_loop(int status, string reason, string sentence)
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(status, reason), method: "POST");
        var refused = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        world.TheEvent();
        Assert.Contains(sentence, (await world.Bed.WriteOfAsync(refused)).ParkedBecause, StringComparison.Ordinal);

        var asked = world.Google.Requests.Count;
        world.Bed.Time.Advance(TimeSpan.FromHours(2));
        await world.Bed.RunOutboxAsync();
        Assert.Equal(asked, world.Google.Requests.Count);

        await world.Bed.MoveAsync(refused, world.Bed.Hours(2, 16));
        await world.Bed.RunOutboxAsync();
        Assert.Equal(2, world.Central.Alive().Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task At_the_usage_limit_writes_wait_for_hours_also_over_a_restart_while_reads_go_on(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        await world.SyncAsync();
        world.Google.Faults.Next(new Fault.Refuse(403, "quotaExceeded") { Message = "Calendar usage limits exceeded." }, method: "POST");
        var first = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.Bed.BookAsync();

        world.Bed.Time.Advance(TimeSpan.FromHours(5.9));
        await using var restarted = world.Bed.AnotherProcess(GoogleBed.Configuration(world.Google));
        await world.Bed.RunOutboxAsync(restarted.GetRequiredService<CalendarOutbox>());
        Assert.Single(world.Google.Requests, r => r.StartsWith("POST ", StringComparison.Ordinal));
        Assert.True((await world.SyncAsync()).IsComplete);
        var failed = Assert.IsType<JobReport.Failed>(await world.Bed.Get<IEnumerable<IJob>>().Single(j => j.Name == "calendar-sync").RunAsync(world.Bed.Clock.Now, default));
        Assert.Contains("Nutzungsgrenze", failed.ToString(), StringComparison.Ordinal);
        Assert.Null((await world.Bed.WriteOfAsync(first)).ParkedBecause);

        world.Bed.Time.Advance(TimeSpan.FromMinutes(10));
        await world.Bed.RunOutboxAsync(restarted.GetRequiredService<CalendarOutbox>());
        Assert.Equal(2, world.Central.Alive().Count);
        Assert.Null((await world.Bed.StateAsync(CalendarKeys.Central)).WritesPausedBecause);
    }

    [Fact]
    public async Task A_calendar_that_may_no_longer_be_written_stops_writes_and_parks_nothing()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(403, "requiredAccessLevel"), count: 2, method: "POST");
        await world.Bed.BookAsync();
        await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();
        Assert.Equal((2, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));

        await world.DrainAsync();
        Assert.Equal(2, world.Central.Alive().Count);
    }

    [Fact]
    public async Task While_every_token_is_refused_Google_is_asked_rarely_and_nothing_reports_success()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Tokens.RefuseWith = "invalid_grant";
        await world.Bed.BookAsync();
        await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var tried = (await world.Bed.StateAsync(CalendarKeys.Central)).WritesPausedUntil;

        await world.Bed.RunOutboxAsync();
        await world.Bed.RunOutboxAsync();

        var state = await world.Bed.StateAsync(CalendarKeys.Central);
        Assert.Equal((tried, CalendarTrouble.TokenTrouble), (state.WritesPausedUntil, state.Trouble));
        Assert.Equal((2, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));
        Assert.IsType<JobReport.Failed>(await world.Bed.Get<IEnumerable<IJob>>().Single(j => j.Name == "calendar-sync").RunAsync(world.Bed.Clock.Now, default));

        world.Google.Tokens.RefuseWith = null;
        await world.DrainAsync();
        Assert.Equal(2, world.Central.Alive().Count);
    }

    [Theory]
    [InlineData(11, "geht 11 Minuten vor")]
    [InlineData(-70, "geht 70 Minuten nach")]
    public async Task A_wrong_clock_of_the_server_is_named(int minutes, string sentence)
    {
        var right = CalendarBed.MondayAtTen();
        await using var google = await StandInServer.StartAsync(right);
        await using var bed = await CalendarBed.CreateAsync(
            DatabaseKind.Sqlite, new WallClock(right.GetUtcNow().AddMinutes(minutes)), GoogleBed.Configuration(google));
        await bed.BookAsync();

        await bed.RunOutboxAsync();

        var state = await bed.StateAsync(CalendarKeys.Central);
        Assert.Equal(CalendarTrouble.TokenTrouble, state.Trouble);
        Assert.Contains(sentence, state.WritesPausedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_once_costs_one_repetition_of_the_write()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();
        world.Google.Tokens.Revoke();
        await world.Bed.BookAsync();

        await world.Bed.RunOutboxAsync();

        world.TheEvent();
        Assert.Equal(2, world.Google.Requests.Count(r => r.StartsWith("POST ", StringComparison.Ordinal)));
    }
}
