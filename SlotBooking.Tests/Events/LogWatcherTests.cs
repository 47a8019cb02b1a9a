using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Events;

public sealed class LogWatcherTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_another_process_writes_is_told_here_and_what_this_one_writes_is_told_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, services => services.AddSingleton<LogWatcher>());
        await using var other = database.AsAnotherProcess();
        var watcher = database.Provider.GetRequiredService<LogWatcher>();
        var told = new ConcurrentQueue<OfficeEvent>();
        using var page = database.Feed.Subscribe(events => events.ToList().ForEach(told.Enqueue));
        await watcher.StartAsync(CancellationToken.None);

        var count = 0;
        await Eventually.HoldsAsync(
            async () =>
            {
                await WriteAsync(other.GetRequiredService<Database>(), $"there-{++count}");
                return !told.IsEmpty; // the watcher begins at the log's end, wherever that is when it has connected
            },
            "the first one is heard of");
        await WriteAsync(database.Database, "here");
        await WriteAsync(other.GetRequiredService<Database>(), "last");

        await Eventually.HoldsAsync(() => told.Any(e => e.Kind == "last"), "the last one is heard of");
        Assert.Single(told, e => e.Kind == "here");
        Assert.Equal(told.Select(e => e.Kind).Distinct().Count(), told.Count);
        await watcher.StopAsync(CancellationToken.None);
    }

    private static Task WriteAsync(Database database, string kind) => database.WriteAsync(
        db =>
        {
            db.Events.Add(new OfficeEvent { Kind = kind, At = DateTimeOffset.UnixEpoch });
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
