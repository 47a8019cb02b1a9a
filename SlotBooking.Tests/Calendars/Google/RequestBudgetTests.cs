using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Google;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Calendars.Google;

public sealed class RequestBudgetTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_sliding_minute_holds_more_than_four_fifths_whoever_sends_and_whenever(DatabaseKind kind)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var other = database.AsAnotherProcess();
        RequestBudget[] budgets = [Budget(database.Database, time), Budget(other.GetRequiredService<Database>(), time), Budget(database.Database, time)];
        var random = new Random(20261124);
        var sent = new List<DateTimeOffset>();
        for (var step = 0; step < 1200; step++)
        {
            // Bursts and lulls, several processes in turn.
            time.Advance(TimeSpan.FromMilliseconds(random.Next(60) == 0 ? random.Next(20_000) : random.Next(200)));
            if (await budgets[random.Next(budgets.Length)].TryTakeAsync(default) is null)
            {
                sent.Add(time.GetUtcNow());
            }
        }

        var most = sent.Max(last => sent.Count(s => s <= last && s > last - TimeSpan.FromMinutes(1)));
        Assert.InRange(most, 40, 80);
    }

    [Fact, Trait(Needs.Trait, Needs.PostgreSql)]
    public async Task Two_processes_at_once_get_no_more_than_one()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var other = database.AsAnotherProcess();
        RequestBudget[] budgets = [Budget(database.Database, time), Budget(other.GetRequiredService<Database>(), time)];

        var sent = await Task.WhenAll(budgets.Select(budget => Task.Run(async () =>
        {
            var count = 0;
            for (var number = 0; number < 100; number++)
            {
                count += await budget.TryTakeAsync(default) is null ? 1 : 0;
            }

            return count;
        })));

        Assert.InRange(sent.Sum(), 60, 80);
    }

    [Fact]
    public async Task A_lease_serves_many_requests_and_nothing_is_written_while_nothing_is_sent()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var budget = Budget(database.Database, time, perMinute: 600);
        for (var number = 0; number < 200; number++)
        {
            await budget.TakeAsync(default);
        }

        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.InRange(await db.RequestLeases.CountAsync(), 1, 8);
        Assert.Equal(480, budget.PerMinute);
    }

    [Fact]
    public async Task What_has_to_wait_is_let_go_a_minute_later()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var budget = Budget(database.Database, time, perMinute: 5);
        for (var number = 0; number < 4; number++)
        {
            await budget.TakeAsync(default);
        }

        var waiting = budget.TakeAsync(default);
        Assert.False(waiting.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(66));
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(250)); // it looks four times a second
                return waiting.IsCompleted;
            },
            "it is let go");
        await waiting;
    }

    [Fact]
    public async Task A_lease_given_by_a_clock_far_ahead_does_not_stop_anybody_for_long()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(3));
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        for (var number = 0; number < 80; number++)
        {
            await Budget(database.Database, time).TryTakeAsync(default);
        }

        Assert.Null(await Budget(database.Database, new FakeTimeProvider(DateTimeOffset.UnixEpoch)).TryTakeAsync(default));
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_sent()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var budget = Budget(database.Database, new FakeTimeProvider(DateTimeOffset.UnixEpoch));
        await database.DisposeAsync();

        var exception = await Assert.ThrowsAsync<CalendarException>(() => budget.TakeAsync(default));

        Assert.Equal(CalendarTrouble.Passing, exception.Trouble);
    }

    private static RequestBudget Budget(Database database, TimeProvider time, int perMinute = 100)
    {
        using var account = new Fakes.GoogleStandIn.ServiceAccount(new Uri("http://localhost/token"));
        return new RequestBudget(
            database,
            new GoogleSettings
            {
                Credentials = GoogleCredentials.FromBase64("test", account.CredentialsBase64),
                CentralCalendarId = "zentral@stand-in.example",
                RequestsPerMinute = perMinute,
            },
            time);
    }
}
