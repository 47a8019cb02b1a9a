using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.CalendarSync.Overview;

public sealed class CalendarDeskTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_overview_tells_what_waits_what_was_refused_and_what_does_not_answer(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        await bed.Bed.AddConsultantAsync("Jonas", "gibt-es-nicht@stand-in.example");
        await bed.Bed.BookAsync();
        bed.Google.Faults.Next(new Fault.Refuse(403, "forbidden"), method: "POST");
        await bed.Bed.RunOutboxAsync();
        await bed.SyncAsync();

        var overview = await Read(bed);
        Assert.Equal([CalendarStanding.Fine, CalendarStanding.Failing], overview.Lines.Select(l => l.Standing));
        Assert.Contains("findet den Kalender nicht", overview.Lines[1].LastError, StringComparison.Ordinal);
        var parked = Assert.Single(overview.Parked);
        Assert.Contains("Teile den Kalender", parked.Because, StringComparison.Ordinal);
        Assert.NotNull(parked.Slot);

        var retried = await bed.Bed.Get<CalendarDesk>().RetryAsync(parked.BookingId, Actor.System, default);
        Assert.True(retried.IsDone, retried.Sentence);
        Assert.Single(bed.Central.Alive());
        Assert.Empty((await Read(bed)).Parked);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_revoked_key_is_told_and_turns_the_job_red_until_it_holds_again(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        await bed.SyncAsync();
        bed.Google.Tokens.Revoke();
        bed.Google.Tokens.RefuseWith = "invalid_grant";

        var job = bed.Bed.Get<IEnumerable<IJob>>().OfType<CalendarSyncJob>().Single();
        var failed = Assert.IsType<JobReport.Failed>(await job.RunAsync(bed.Bed.Clock.Now, default));
        Assert.Contains("lässt das Dienstkonto nicht herein (invalid_grant)", failed.Text, StringComparison.Ordinal);
        Assert.Contains("invalid_grant", bed.Bed.Health.Current.LockedOut?.LastError, StringComparison.Ordinal);
        Assert.Equal(CalendarStanding.LockedOut, (await Read(bed)).Lines[0].Standing);
        Assert.NotNull((await Read(bed)).Lines[0].KnownAt); // and what was known is kept

        bed.Google.Tokens.RefuseWith = null;
        Assert.IsType<JobReport.Done>(await job.RunAsync(bed.Bed.Clock.Now, default));
        Assert.Null(bed.Bed.Health.Current.LockedOut);
        Assert.Equal(CalendarStanding.Fine, (await Read(bed)).Lines[0].Standing);
    }

    [Fact]
    public async Task A_dry_run_is_told_by_the_overview_and_by_the_job()
    {
        await using var bed = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:DryRun", "true"));
        await bed.Bed.BookAsync();
        await bed.Bed.RunOutboxAsync();

        var overview = await Read(bed);
        Assert.True(overview.IsDryRun);
        Assert.Equal(1, overview.Waiting);
        var job = bed.Bed.Get<IEnumerable<IJob>>().OfType<CalendarSyncJob>().Single();
        Assert.Contains("Probelauf", Assert.IsType<JobReport.Failed>(await job.RunAsync(bed.Bed.Clock.Now, default)).Text, StringComparison.Ordinal);
        Assert.Empty(bed.Central.All());
    }

    [Fact]
    public async Task Another_try_by_hand_ends_a_pause_of_writing()
    {
        await using var bed = await GoogleBed.CreateAsync();
        await bed.Bed.BookAsync();
        bed.Google.Faults.Next(new Fault.Refuse(403, "quotaExceeded"), method: "POST");
        await bed.Bed.RunOutboxAsync();
        var paused = await Read(bed);
        Assert.True(paused.WritesPausedUntil > bed.Bed.Clock.Now.AddMinutes(1));
        Assert.NotNull(paused.WritesPausedBecause);

        var result = await bed.Bed.Get<CalendarDesk>().RetryAsync(null, Actor.System, default);

        Assert.True(result.IsDone, result.Sentence);
        Assert.Null((await Read(bed)).WritesPausedUntil);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_calendar_that_fails_again_and_again_is_left_alone_by_every_process(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        bed.Google.Tokens.RefuseWith = "invalid_grant";
        await bed.SyncAsync();
        Assert.Equal(bed.Bed.Clock.Now + Backoff.Cap, (await Read(bed)).Lines[0].NextTryAt);

        bed.Bed.Time.Advance(TimeSpan.FromSeconds(60));
        await using var another = bed.Bed.AnotherProcess(GoogleBed.Configuration(bed.Google));
        Assert.Empty((await another.GetRequiredService<CalendarSyncService>().SyncDueAsync(TimeSpan.FromSeconds(48), default)).Calendars);
        bed.Bed.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Single((await another.GetRequiredService<CalendarSyncService>().SyncDueAsync(TimeSpan.FromSeconds(48), default)).Calendars);
    }

    [Fact]
    public async Task A_calendar_that_asks_to_be_left_alone_says_until_when()
    {
        await using var bed = await GoogleBed.CreateAsync();
        bed.Google.Faults.Next(new Fault.Refuse(429, RetryAfterSeconds: 300), count: 20);
        await bed.SyncAsync();
        Assert.Equal(bed.Bed.Clock.Now.AddMinutes(5), (await Read(bed)).Lines[0].NextTryAt);

        bed.Google.Faults.Clear();
        await bed.SyncAsync();
        Assert.Null((await Read(bed)).Lines[0].NextTryAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Checking_names_what_people_changed_and_changes_nothing(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        await bed.Bed.BookAsync();
        await bed.DrainAsync();
        await bed.SyncAsync();
        Assert.All(await Check(bed), c => Assert.Empty(c.Differences));

        bed.Central.Change((string)bed.TheEvent()["id"]!, new JsonObject { ["summary"] = "Anders, Nora" }, ifMatch: null);
        var before = (await bed.Bed.MirrorAsync(CalendarKeys.Central), bed.Google.Requests.Count);
        var central = (await Check(bed))[0];

        Assert.Equal([DifferenceKind.OtherName], central.Differences.Select(d => d.Kind));
        Assert.Equal(1, central.Coming); // the mirror hears of it with the next round
        Assert.Equal(before.Item1.Select(e => e.Title), (await bed.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => e.Title));
        Assert.All(bed.Google.Requests.Skip(before.Count), r => Assert.StartsWith("GET ", r, StringComparison.Ordinal));
        Assert.Equal("Anders, Nora", (string?)bed.TheEvent()["summary"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_on_its_way_is_counted_and_no_difference_but_what_was_refused_is(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        await bed.SyncAsync();
        await bed.Bed.BookAsync(); // nobody has taken the event in yet
        var central = (await Check(bed))[0];
        Assert.Equal((0, 1), (central.Differences.Count, central.Waiting));

        bed.Google.Faults.Next(new Fault.Refuse(429, RetryAfterSeconds: 60), count: 10, method: "POST");
        await bed.Bed.RunOutboxAsync();
        central = (await Check(bed))[0];
        Assert.Equal((0, 1), (central.Differences.Count, central.Waiting));

        bed.Google.Faults.Clear();
        bed.Google.Faults.Next(new Fault.Refuse(400, "invalid"), method: "POST");
        bed.Bed.Time.Advance(TimeSpan.FromMinutes(10));
        await bed.Bed.RunOutboxAsync();
        central = (await Check(bed))[0];
        Assert.Equal([DifferenceKind.EventMissing], central.Differences.Select(d => d.Kind));
        Assert.Equal(0, central.Waiting);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mirror_that_lost_an_event_is_found_out(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        await bed.Bed.BookAsync();
        await bed.DrainAsync();
        await bed.SyncAsync();
        await bed.Bed.Database.WriteAsync(db => db.MirroredEvents.ExecuteDeleteAsync(), default);

        Assert.Equal([DifferenceKind.NotMirrored], (await Check(bed))[0].Differences.Select(d => d.Kind));
    }

    [Fact]
    public async Task An_event_that_was_found_again_under_another_id_is_the_bookings()
    {
        await using var bed = await GoogleBed.CreateAsync();
        var booking = await bed.Bed.BookAsync();
        await bed.DrainAsync();
        var copy = (JsonObject)bed.TheEvent().DeepClone();
        bed.Central.Purge((string)copy["id"]!);
        copy["id"] = "inderkopie1";
        bed.Central.Insert(copy);
        await bed.Bed.Database.WriteAsync(
            db => db.CalendarWrites.Where(w => w.BookingId == booking.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.EventId, "inderkopie1")), default);

        Assert.Empty((await Check(bed))[0].Differences);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_is_named_and_the_others_are_checked()
    {
        await using var bed = await GoogleBed.CreateAsync();
        await bed.Bed.AddConsultantAsync("Jonas", "gibt-es-nicht@stand-in.example");

        var found = await Check(bed);

        Assert.Equal(0, found[0].Events);
        Assert.Null(found[1].Events);
        Assert.Contains("findet den Kalender nicht", found[1].Error, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reading_anew_mends_a_mirror_that_went_wrong_and_leaves_bookings_alone(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateAsync(kind);
        var booking = await bed.Bed.BookAsync();
        await bed.DrainAsync();
        await bed.SyncAsync();
        await bed.Bed.Database.WriteAsync(db => db.MirroredEvents.ExecuteDeleteAsync(), default);
        await bed.SyncAsync();
        Assert.Empty(await bed.Bed.MirrorAsync(CalendarKeys.Central)); // the cursor tells of no change

        var desk = bed.Bed.Get<CalendarDesk>();
        var result = await desk.ResyncAsync((await desk.FindAsync("zentralkalender", default))!.Key, Actor.System, default);

        Assert.True(result.IsDone, result.Sentence);
        Assert.Single(await bed.Bed.MirrorAsync(CalendarKeys.Central));
        await using var db = await bed.Bed.ReadAsync();
        Assert.True((await db.Bookings.SingleAsync(b => b.Id == booking.Id)).HoldsPlace);
    }

    [Fact]
    public async Task Calendars_are_found_by_the_names_people_use()
    {
        await using var bed = await GoogleBed.CreateAsync();
        await bed.Bed.AddConsultantAsync("Jonas Klein");
        var desk = bed.Bed.Get<CalendarDesk>();

        Assert.Equal(CalendarKeys.Central, (await desk.FindAsync("central", default))?.Key);
        Assert.Equal("Jonas Klein", (await desk.FindAsync(" jonas KLEIN", default))?.Name);
        Assert.Null(await desk.FindAsync("Clara", default));
        await bed.Bed.AddConsultantAsync("Jonas klein");
        Assert.Null(await desk.FindAsync("Jonas Klein", default)); // which one?
    }

    [Fact]
    public async Task Only_admins_may()
    {
        await using var bed = await GoogleBed.CreateAsync();
        var agent = await AnAccount.HireAsync(bed.Bed.Database, "anna", "Anna Richter", Roles.Agent);
        var desk = bed.Bed.Get<CalendarDesk>();

        foreach (var result in new[]
        {
            await desk.SyncAsync(null, agent, default), await desk.ResyncAsync(CalendarKeys.Central, agent, default), await desk.RetryAsync(null, agent, default),
        })
        {
            Assert.False(result.IsDone);
            Assert.Equal("Das kann nur ein Admin.", result.Sentence);
        }

        Assert.Empty(bed.Google.Requests);
    }

    private static Task<CalendarOverview> Read(GoogleBed bed) => bed.Bed.Get<CalendarOverviewReader>().ReadAsync(default);

    private static Task<IReadOnlyList<CalendarChecked>> Check(GoogleBed bed) => bed.Bed.Get<CalendarCheck>().RunAsync(default);
}
