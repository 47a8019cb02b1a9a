using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Events;

public sealed class EventLogTests
{
    [Fact, Trait(Needs.Trait, Needs.PostgreSql)]
    public async Task On_postgres_a_number_that_becomes_visible_late_is_not_missed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var slow = await database.Contexts.CreateDbContextAsync();
        await using var quick = await database.Contexts.CreateDbContextAsync();
        await using var reading = await database.Contexts.CreateDbContextAsync();
        var cursor = await EventLog.EndAsync(reading, "probe", CancellationToken.None);

        await using var open = await slow.Database.BeginTransactionAsync();
        slow.Events.Add(An("slow"));
        await slow.SaveChangesAsync(); // has the lower number, is not committed
        quick.Events.Add(An("quick"));
        await quick.SaveChangesAsync();
        var early = await EventLog.ReadAfterAsync(reading, cursor, 10, CancellationToken.None);
        await open.CommitAsync();
        IReadOnlyList<OfficeEvent> late = [];
        await Eventually.HoldsAsync( // transactions of other tests on the same server hold readers back, too
            async () => (late = await EventLog.ReadAfterAsync(reading, cursor, 10, CancellationToken.None)).Count > 0, "the late one is read");

        Assert.Empty(early);
        Assert.Equal(["slow", "quick"], late.Select(e => e.Kind));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_reader_sees_every_event_once_page_by_page(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = await database.Contexts.CreateDbContextAsync();
        var cursor = await EventLog.EndAsync(db, "probe", CancellationToken.None);
        for (var i = 0; i < 7; i++)
        {
            db.Events.Add(An($"{i}"));
            await db.SaveChangesAsync();
        }

        var seen = new List<string>();
        await Eventually.HoldsAsync(
            async () =>
            {
                var page = await EventLog.ReadAfterAsync(db, cursor, 3, CancellationToken.None);
                seen.AddRange(page.Select(e => e.Kind));
                if (page.Count > 0)
                {
                    cursor.MoveTo(page[^1]);
                }

                return seen.Count >= 7 && page.Count == 0;
            },
            "the end of the log is reached");

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"{i}"), seen);
        Assert.Equal(7, await db.Events.CountAsync());
    }

    private static OfficeEvent An(string kind) => new() { Kind = kind, At = DateTimeOffset.UnixEpoch };
}
