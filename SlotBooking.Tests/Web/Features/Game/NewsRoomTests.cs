using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Achievements;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Web.Features.Game;

namespace SlotBooking.Tests.Web.Features.Game;

public sealed class NewsRoomTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closed_on_one_node_it_goes_away_on_the_other_one_and_is_not_told_again(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();
        var (otherFeed, heard) = (new LiveFeed(NullLogger<LiveFeed>.Instance), new ConcurrentQueue<NewsMessage>());
        using var here = new NewsRoom(bed.Office.Get<NewsDesk>(), bed.Office.Database.Feed, NullLogger<NewsRoom>.Instance);
        using var there = new NewsRoom(bed.Office.Get<NewsDesk>(), otherFeed, NullLogger<NewsRoom>.Instance);
        using var tab = there.Join(anna, heard.Enqueue);
        await Eventually.HoldsAsync(() => heard.OfType<NewsMessage.Earned>().Any(), "the other node's tab has the news");

        here.Close(anna, "badge/first_booking");
        OfficeEvent? closed = null;
        await Eventually.HoldsAsync(
            async () => (closed = await bed.ReadAsync(db => db.Events.SingleOrDefaultAsync(e => e.Kind == EventKinds.NewsClosed))) is not null, "the log tells that it was closed");
        otherFeed.PublishFromLog([closed!]);

        Assert.Equal("badge/first_booking", heard.OfType<NewsMessage.Closed>().Single().Key);
        Assert.DoesNotContain("badge/first_booking", (await bed.NewsAsync(anna)).Select(n => n.Key));
    }

    [Fact]
    public async Task A_tab_is_told_in_its_own_language_whoever_tells()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        var anna = bed.Office.Anna.AccountId!.Value;
        using var room = new NewsRoom(bed.Office.Get<NewsDesk>(), bed.Office.Database.Feed, NullLogger<NewsRoom>.Instance);
        var language = new TaskCompletionSource<string>();
        var before = CultureInfo.CurrentUICulture;
        IDisposable tab;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            tab = room.Join(anna, _ => language.TrySetResult(CultureInfo.CurrentUICulture.Name));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        using (tab)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            room.Close(anna, "level/2");
            Assert.Equal("en-GB", await language.Task);
            await Eventually.HoldsAsync(() => bed.ReadAsync(db => db.Events.AnyAsync(e => e.Kind == EventKinds.NewsClosed)), "it is written that it was closed");
            Assert.Equal(1, room.Tabs);
        }

        Assert.Equal(0, room.Tabs);
    }
}
