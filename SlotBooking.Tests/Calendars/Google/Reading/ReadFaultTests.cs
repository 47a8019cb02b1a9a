using SlotBooking.Core.Calendars;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>What must happen when Google answers a reading wrongly, or not at all: nothing, but for one sentence and growing age.</summary>
public sealed class ReadFaultTests
{
    private const string ClaraId = "clara@stand-in.example";

    [Theory]
    [InlineData("reset")]
    [InlineData("hang")]
    [InlineData("half of the JSON")]
    [InlineData("cut in the middle")]
    [InlineData("stalled in the middle")]
    [InlineData("empty")]
    [InlineData("empty object")]
    [InlineData("an error with status 200")]
    [InlineData("a list instead of an object")]
    [InlineData("page for people 200")]
    [InlineData("page for people 302")]
    [InlineData("page for people 403")]
    [InlineData("page for people 404")]
    [InlineData("page for people 410")]
    [InlineData("page for people 502")]
    [InlineData("rateLimitExceeded")]
    [InlineData("userRateLimitExceeded")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task A_run_that_breaks_off_between_two_pages_applies_nothing_and_keeps_the_token_while_others_are_read(string fault)
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:Google:TimeoutSeconds", "1"));
        var (clara, calendar) = await ChangedAsync(world);
        var before = await world.Bed.StateAsync(CalendarKeys.Central);
        world.Google.Faults.Next(PassingFaults.Of(fault), count: 1000, after: 1, calendar: StandInServer.CentralId);

        var report = await world.SyncAsync();

        Assert.Equal([SyncOutcome.Failed, SyncOutcome.Changed], report.Calendars.Select(c => c.Outcome));
        var after = await world.Bed.StateAsync(CalendarKeys.Central);
        Assert.Equal((before.Cursor, before.KnownAt, before.FullAt), (after.Cursor, after.KnownAt, after.FullAt));
        Assert.Equal(["altes1"], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => e.EventId));
        Assert.Equal("frei1", Assert.Single(await world.Bed.MirrorAsync(clara.CalendarKey)).EventId);

        world.Google.Faults.Clear();
        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Equal(["neues1", "neues2", "neues3"], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => e.EventId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_first_reading_that_breaks_off_leaves_an_unknown_calendar_and_no_half_of_one(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        world.Google.Pages.Size = 1;
        world.Central.Insert(GoogleBed.Entered("neues1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        world.Central.Insert(GoogleBed.Entered("neues2", "Beispiel, Berta", world.Bed.Hours(2, 11)));
        world.Google.Faults.Next(new Fault.Refuse(500), count: 1000, after: 1);

        Assert.False((await world.SyncAsync()).IsComplete);

        var state = await world.Bed.StateAsync(CalendarKeys.Central);
        Assert.Equal((null, null), (state.Cursor, state.KnownAt));
        Assert.Empty(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Null(world.Bed.Health.Current.Central!.Age(world.Bed.Clock.Now));
    }

    [Fact]
    public async Task Pages_that_never_end_are_given_up_before_they_use_up_the_budget()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Say("""{"kind":"calendar#events","items":[],"nextPageToken":"again"}"""), count: 1000);

        using var never = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.False((await world.Bed.Sync.SyncAsync(null, never.Token)).IsComplete);

        Assert.InRange(world.Google.Requests.Count, 1, 3);
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(int.MaxValue, 3600)]
    public async Task What_Google_asks_to_wait_is_waited_but_no_more_than_an_hour(int asked, int waited)
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(503, RetryAfterSeconds: asked), count: 1000);

        await world.SyncAsync();

        Assert.Equal(world.Bed.Clock.Now.AddSeconds(waited), (await world.Bed.StateAsync(CalendarKeys.Central)).NextTryAt);
    }

    [Fact]
    public async Task While_Google_fails_it_is_asked_later_and_later_and_never_later_than_64_seconds()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.IsDown = true;
        var pauses = new List<double>();
        for (var round = 0; round < 8; round++)
        {
            Assert.Single((await world.Bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(1), default)).Calendars);
            var next = (await world.Bed.StateAsync(CalendarKeys.Central)).NextTryAt!.Value;
            pauses.Add((next - world.Bed.Clock.Now).TotalSeconds);
            Assert.True(next == world.Bed.Clock.Now || (await world.Bed.Sync.SyncDueAsync(TimeSpan.Zero, default)).Calendars.Count == 0);
            world.Bed.Time.Advance(TimeSpan.FromSeconds(65));
        }

        Assert.All(pauses, pause => Assert.InRange(pause, 0, 64));
        Assert.Equal([64, 64, 64, 64], pauses.Skip(4));
    }

    /// <summary>A central calendar that was read and in which everything changed since, two to a page; and a consultant's with news.</summary>
    private static async Task<(Core.Availability.Consultant Clara, EventStore Calendar)> ChangedAsync(GoogleBed world)
    {
        var clara = await world.Bed.AddConsultantAsync("Clara", ClaraId);
        var calendar = world.Google.AddCalendar(ClaraId);
        world.Central.Insert(GoogleBed.Entered("altes1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.SyncAsync();
        world.Bed.Time.Advance(TimeSpan.FromMinutes(1));
        world.Google.Pages.Size = 2;
        for (var number = 1; number < 4; number++)
        {
            world.Central.Insert(GoogleBed.Entered($"neues{number}", "Beispiel, Berta", world.Bed.Hours(number, 14)));
        }

        world.Central.Delete("altes1", ifMatch: null);
        calendar.Insert(GoogleBed.Entered("frei1", "T1-bereit", world.Bed.Hours(1, 11)));
        return (clara, calendar);
    }
}
