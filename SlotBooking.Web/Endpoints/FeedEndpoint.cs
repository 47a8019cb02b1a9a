using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using SlotBooking.Core.CalendarSync.Feed;

namespace SlotBooking.Web.Endpoints;

/// <summary>Where calendar programs fetch a person's appointments. They bring no cookie: who knows the address may read.</summary>
internal static class FeedEndpoint
{
    private const string Policy = "feed";
    private const string Folder = "/feed";
    private const int Burst = 240;
    private const int PerMinute = 120;

    /// <summary>Maps <c>GET /feed/{secret}.ics</c>: the calendar, 304 when it is the one that the program has, or 404, whatever the reason.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes) => routes.MapMethods(Folder + "/{token}.ics", ["GET", "HEAD"], ReadAsync)
        .AllowAnonymous().RequireRateLimiting(Policy);

    /// <summary>Keeps one address from asking without end; a whole office behind one address stays far below.</summary>
    public static IServiceCollection AddFeedLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0 })));

    /// <summary>The address under which a secret opens the feed.</summary>
    /// <param name="baseUri">Where this program is reached, with a slash at the end.</param>
    /// <param name="token">The secret.</param>
    public static string Address(string baseUri, string token) => $"{baseUri.TrimEnd('/')}{Folder}/{token}.ics";

    /// <summary>A request's path as logs may say it: without a feed's secret.</summary>
    public static string Loggable(PathString path) =>
        path.StartsWithSegments(Folder, StringComparison.OrdinalIgnoreCase) ? $"{Folder}/…" : path.Value ?? "";

    private static async Task<IResult> ReadAsync(string token, HttpContext context, FeedReader feeds)
    {
        if (await feeds.ReadAsync(token, context.RequestAborted) is not { } calendar)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-cache"; // may be kept by the one program, and is asked for each time
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Bytes(calendar, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(calendar))}\""));
    }
}
