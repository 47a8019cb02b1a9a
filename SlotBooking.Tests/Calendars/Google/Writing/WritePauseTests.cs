using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Calendars.Google.Writing;

/// <summary>While Google is sick it is asked rarely, by one, and never written to in a dry run.</summary>
public sealed class WritePauseTests
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(6);

    [Theory]
    [InlineData(CalendarTrouble.Passing, 1, 0.5)]
    [InlineData(CalendarTrouble.Passing, 4, 4)]
    [InlineData(CalendarTrouble.Passing, 5, 64)]
    [InlineData(CalendarTrouble.RateLimited, 99, 64)]
    [InlineData(CalendarTrouble.TokenTrouble, 1, 64)]
    [InlineData(CalendarTrouble.CalendarLost, 1, 64)]
    [InlineData(CalendarTrouble.UsageLimit, 1, 6 * 3600)]
    public void After_failures_in_a_row_a_calendar_is_left_alone(CalendarTrouble trouble, int failures, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), CalendarBreaker.PauseAfter(new CalendarException(trouble, "…"), failures, chance: 0.5, Hours));

    [Theory]
    [InlineData(CalendarTrouble.Refused)]
    [InlineData(CalendarTrouble.Contested)]
    public void Trouble_with_one_event_stops_no_other(CalendarTrouble trouble) =>
        Assert.Null(CalendarBreaker.PauseAfter(new CalendarException(trouble, "…"), 99, chance: 1, Hours));

    [Fact]
    public void It_is_left_alone_for_as_long_as_it_asks() => Assert.Equal(
        TimeSpan.FromMinutes(10),
        CalendarBreaker.PauseAfter(new CalendarException(CalendarTrouble.RateLimited, "…") { RetryAfter = TimeSpan.FromMinutes(10) }, 1, chance: 1, Hours));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_the_pause_one_write_tries_for_all_of_all_processes(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        await world.SyncAsync();
        for (var number = 0; number < 10; number++)
        {
            await world.Bed.BookAsync();
        }

        world.Google.Faults.Next(new Fault.Refuse(503, RetryAfterSeconds: 100), count: 1000, method: "POST");
        await world.Bed.RunOutboxAsync();
        var asked = world.Google.Requests.Count;
        Assert.InRange(asked, 2, 5); // the list, and no more than may write at once
        await using var other = world.Bed.AnotherProcess(GoogleBed.Configuration(world.Google));
        await world.Bed.RunOutboxAsync(other.GetRequiredService<CalendarOutbox>());
        Assert.Equal(asked, world.Google.Requests.Count);

        world.Bed.Time.Advance(TimeSpan.FromSeconds(101));
        await Task.WhenAll(world.Bed.RunOutboxAsync(), world.Bed.RunOutboxAsync(other.GetRequiredService<CalendarOutbox>()));
        Assert.Equal(1, world.Google.Requests.Count - asked);

        world.Google.Faults.Clear();
        world.Bed.Time.Advance(TimeSpan.FromSeconds(101));
        await world.DrainAsync();
        Assert.Equal(10, world.Central.All().Count);
    }

    [Fact]
    public async Task A_hanging_calendar_costs_one_round_of_time_outs_and_then_one_try_at_a_time()
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:Google:TimeoutSeconds", "1"));
        await world.SyncAsync();
        for (var number = 0; number < 12; number++)
        {
            await world.Bed.BookAsync();
        }

        world.Google.Faults.Next(new Fault.Hang(), count: 1000, method: "POST");
        await world.Bed.RunOutboxAsync();

        Assert.InRange(world.Google.Requests.Count(r => r.StartsWith("POST ", StringComparison.Ordinal)), 1, 4);
    }

    [Fact, Trait(Needs.Trait, Needs.PostgreSql)]
    public async Task A_write_that_fails_just_when_a_sync_meets_the_calendar_for_the_first_time_pauses_all_the_same()
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.PostgreSql);
        var booking = await world.Bed.BookAsync();
        world.Google.Faults.Next(new Fault.Refuse(503, RetryAfterSeconds: 100), count: 1000);
        await using (var meeting = await world.Bed.ReadAsync())
        {
            await using var transaction = await meeting.Database.BeginTransactionAsync();
            meeting.CalendarStates.Add(new CalendarState { CalendarKey = CalendarKeys.Central, Source = StandInServer.CentralId });
            await meeting.SaveChangesAsync();
            var writing = world.Bed.RunOutboxAsync();
            await Eventually.HoldsAsync(async () => writing.IsCompleted || await WaitsAsync(world), "the write waits for the sync");
            await transaction.CommitAsync();
            await writing;
        }

        Assert.NotNull((await world.Bed.StateAsync(CalendarKeys.Central)).WritesPausedUntil);
        Assert.Equal(1, (await world.Bed.WriteOfAsync(booking)).Attempts);
    }

    [Fact]
    public async Task A_write_that_breaks_off_for_a_reason_nobody_thought_of_waits_and_the_others_go_on()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        await bed.Database.WriteAsync(
            db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER kaputt BEFORE INSERT ON local_events WHEN NEW.\"Title\" LIKE 'Kaputt%' BEGIN SELECT RAISE(ABORT, 'kaputt'); END"),
            default);
        var broken = await bed.BookAsync(b => Named(b, "Kaputt"));
        var whole = await bed.BookAsync();

        await bed.RunOutboxAsync();

        var row = await bed.WriteOfAsync(broken);
        Assert.Equal((1, null), (row.Attempts, row.ParkedBecause));
        Assert.Contains("Protokoll des Servers", row.LastError, StringComparison.Ordinal);
        Assert.Null((await bed.WriteOfAsync(whole)).LastError);
        Assert.Equal(1, bed.Health.Current.Waiting);
    }

    [Fact]
    public async Task An_admin_who_knows_better_ends_the_pause()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(403, "quotaExceeded"), method: "POST");
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        world.Bed.Time.Advance((await world.Bed.WriteOfAsync(booking)).NextTryAt - world.Bed.Clock.Now);

        await world.Bed.Outbox.ResumeAsync(default);
        await world.Bed.RunOutboxAsync();

        world.TheEvent();
    }

    [Fact]
    public async Task In_a_dry_run_Google_is_read_and_no_change_leaves_the_program()
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:DryRun", "true"));
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var directory = world.Bed.Get<CalendarDirectory>();
        var provider = directory.For(directory.Central);

        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Equal((1, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));
        Assert.Equal(0, (await world.Bed.WriteOfAsync(booking)).Attempts);
        var refused = await Assert.ThrowsAsync<CalendarException>(
            () => provider.PutAsync(directory.Central, BookingEvents.For(booking), new KnownEvent(null, null, IsCertain: true), default));
        Assert.Equal(CalendarTrouble.DryRun, refused.Trouble);
        Assert.All(world.Google.Requests, r => Assert.StartsWith("GET ", r, StringComparison.Ordinal));

        await using var real = world.Bed.AnotherProcess(GoogleBed.Configuration(world.Google));
        await world.Bed.RunOutboxAsync(real.GetRequiredService<CalendarOutbox>());
        world.TheEvent();
    }

    private static Booking Named(Booking booking, string lastName)
    {
        booking.LastName = lastName;
        return booking;
    }

    /// <summary>Whether anybody in the database waits for a lock.</summary>
    private static async Task<bool> WaitsAsync(GoogleBed world)
    {
        await using var db = await world.Bed.ReadAsync();
        return await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() > 0;
    }
}
