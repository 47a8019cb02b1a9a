using SlotBooking.Core.Calendars.Push;

namespace SlotBooking.Web.Endpoints;

/// <summary>Where Google says that a calendar changed.</summary>
internal static class PushEndpoint
{
    private const int BodyLimit = 4 * 1024;

    /// <summary>Maps <c>POST /calendar/push</c>: 200 for a push through a channel of ours, 404 for everything else. The body is not read.</summary>
    public static void MapPush(this IEndpointRouteBuilder routes) => routes.MapPost("/calendar/push", HearAsync)
        .AllowAnonymous().DisableAntiforgery()
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(BodyLimit));

    private static async Task HearAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var isOurs = context.RequestServices.GetService<PushDoor>() is { } door && await door.KnockAsync(
            headers["X-Goog-Channel-ID"], headers["X-Goog-Channel-Token"], headers["X-Goog-Resource-ID"], context.RequestAborted);
        context.Response.StatusCode = isOurs ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
    }
}
