using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Endpoints;

/// <summary>The bare address: it leads to the office's present day, whatever day the server or the browser has.</summary>
internal static class StartEndpoint
{
    /// <summary>Maps <c>GET /</c>; who is not signed in is sent to the sign-in first.</summary>
    public static void MapStart(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (OfficeClock clock) => Results.Redirect($"/day/{OfficeDates.Key(clock.Today)}")).RequireAuthorization();
}
