using System.Text.Json.Nodes;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Outcomes;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Calendars.Google;

/// <summary>Outcomes on their way to Google and back.</summary>
public sealed class GoogleOutcomesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_said_in_the_product_stands_at_Google_and_a_colour_changed_there_is_shown_within_one_sync(DatabaseKind kind)
    {
        var time = new WallClock(Office.Tuesday);
        await using var google = await StandInServer.StartAsync(time);
        await using var bed = await OutcomeBed.OpenAsync(kind, time, consultants: 2, GoogleBed.Configuration(google));
        var booking = await bed.BookAsync(0, 11);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        var plan = bed.Office.Get<PlanCache>();
        await plan.StartAsync(CancellationToken.None);
        await plan.GetAsync(CancellationToken.None);
        var changes = new System.Collections.Concurrent.ConcurrentQueue<PlanChange>();
        using var page = plan.Subscribe(changes.Enqueue);

        await bed.SayAsync(booking, BookingStatus.NoShow, bed.Clara);
        await bed.RoundAsync();
        Assert.Equal((booking.CustomerName + " ( nicht erschienen )", "11"), Looks(google));
        changes.Clear();
        Edit(google, new JsonObject { ["summary"] = booking.CustomerName, ["colorId"] = "9" });
        await bed.ReadAsync();

        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        await Eventually.HoldsAsync(() => changes.Any(c => c.Agents.Contains(bed.Office.Anna.AccountId!.Value)), "the agent's open page is told");
        await bed.RoundAsync();
        Assert.Equal((booking.CustomerName, "9"), Looks(google));
        Assert.Equal(
            [OutcomeSource.Job, OutcomeSource.Page, OutcomeSource.Calendar], (await bed.HistoryAsync(booking.Id)).Select(c => c.Source));
        await plan.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_mark_that_people_set_before_ours_was_written_is_not_overwritten_and_counts()
    {
        var time = new WallClock(Office.Tuesday);
        await using var google = await StandInServer.StartAsync(time);
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite, time, consultants: 2, GoogleBed.Configuration(google));
        var booking = await bed.BookAsync(0, 11);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        await bed.RoundAsync();

        await bed.SayAsync(booking, BookingStatus.NoShow);
        Edit(google, new JsonObject { ["summary"] = booking.CustomerName + " ( Ghost )" });
        await bed.RoundAsync();

        Assert.Equal((booking.CustomerName + " ( Ghost )", "2"), Looks(google));
        Assert.Equal(BookingStatus.Ghost, await bed.StatusAsync(booking));
    }

    [Fact]
    public async Task While_Google_is_away_the_job_fails_with_a_sentence_and_judges_nothing()
    {
        var time = new WallClock(Office.Tuesday);
        await using var google = await StandInServer.StartAsync(time);
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite, time, consultants: 2, GoogleBed.Configuration(google));
        var booking = await bed.BookAsync(0, 11);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        google.Faults.IsDown = true;

        var failed = Assert.IsType<JobReport.Failed>(await bed.RunJobAsync());

        Assert.StartsWith("Der Zentralkalender ist nicht lesbar: 1 Termine, die vorbei sind, bleiben offen. Zentralkalender:", failed.Text, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(booking));
        google.Faults.IsDown = false;
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
    }

    [Fact]
    public async Task An_appointment_entered_at_Google_gets_the_marks_that_are_decided_here()
    {
        var time = new WallClock(Office.Tuesday);
        await using var google = await StandInServer.StartAsync(time);
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite, time, consultants: 2, GoogleBed.Configuration(google));
        var start = Berlin.At(bed.Office.Today, 11);
        google.Central.Insert(GoogleBed.Entered("handa", "Muster, Erika", new Core.Time.TimeRange(start, start.AddHours(2))));
        bed.GoTo(start.AddHours(3));
        await bed.ReadAsync();
        var byHand = BookingView.Of(await bed.ByHandAsync("handa"));
        Assert.Equal(BookingStatus.Open, byHand.Status); // the calendar's own colour decides nothing

        await bed.SayAsync(byHand, BookingStatus.Completed, bed.Clara);
        await bed.RoundAsync();
        await bed.RoundAsync();

        Assert.Equal(("Muster, Erika ( erschienen )", "2"), Looks(google));
        Assert.Single(await bed.HistoryAsync(byHand.Id));
    }

    private static (string Title, string? Colour) Looks(StandInServer google)
    {
        var item = Assert.Single(google.Central.Alive());
        return ((string)item["summary"]!, (string?)item["colorId"]);
    }

    private static void Edit(StandInServer google, JsonObject patch) =>
        google.Central.Change((string)Assert.Single(google.Central.Alive())["id"]!, patch, ifMatch: null);
}
