using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.CalendarSync.Feed;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Endpoints;

/// <summary>A feed as calendar programs fetch it: no cookie, now and then, with what they have already.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class FeedEndpointTests
{
    [Fact]
    public async Task A_feed_is_fetched_without_a_cookie_told_once_and_never_logged()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?>
        {
            ["USERLIST"] = $"anna:{ProductionServer.Password}",
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        });
        var token = FeedToken.Next();
        await AddLinkAsync(server, token);
        using var client = new OfficeClient(server.BaseUri);
        var path = $"/feed/{token}.ics";

        using var first = await client.GetAsync(path);
        var tag = Assert.Single(first.Headers.GetValues("ETag"));
        using var again = await client.SendAsync(HttpMethod.Get, path, ("If-None-Match", $"\"other\", W/{tag}"));
        using var other = await client.SendAsync(HttpMethod.Get, path, ("If-None-Match", "\"other\""));
        using var head = await client.SendAsync(HttpMethod.Head, path);
        using var wrong = await client.GetAsync($"/feed/{FeedToken.Next()}.ics");
        using var broken = await client.GetAsync("/feed/x.ics");
        using var post = await client.SendAsync(HttpMethod.Post, path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.True(first.Headers.CacheControl is { Private: true, NoStore: false });
        Assert.Empty(IcsFile.Read(await first.Content.ReadAsByteArrayAsync()).Events);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, tag), (head.StatusCode, Assert.Single(head.Headers.GetValues("ETag"))));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, broken.StatusCode));
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await broken.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
        Assert.True(await IsSlowedDownAsync(client), "nobody fetches without end");
        Assert.Empty(client.Cookies.GetAllCookies());
        Assert.DoesNotContain(token, server.Log, StringComparison.Ordinal);
    }

    private static async Task<bool> IsSlowedDownAsync(OfficeClient client)
    {
        for (var n = 0; n < 2_000; n++)
        {
            using var answer = await client.SendAsync(HttpMethod.Head, "/feed/x.ics");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer.Headers.RetryAfter is not null;
            }
        }

        return false;
    }

    private static async Task AddLinkAsync(WebServer server, string token)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSlotBookingDatabase(DatabaseTarget.From(null, server.PersistFolder)).AddEvents().BuildServiceProvider();
        await services.GetRequiredService<Database>().WriteAsync(
            async db => db.FeedLinks.Add(new FeedLink
            {
                Id = Guid.CreateVersion7(),
                AccountId = await db.Users.Select(a => a.Id).SingleAsync(),
                TokenHash = FeedToken.Hash(token)!,
                MadeAt = TimeProvider.System.GetUtcNow(),
            }),
            CancellationToken.None);
    }
}
