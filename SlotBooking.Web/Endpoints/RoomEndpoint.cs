using System.Globalization;
using Microsoft.Extensions.Options;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Endpoints;

/// <summary>Tells a page that got no circuit whether its person has too many windows open.</summary>
internal static class RoomEndpoint
{
    /// <summary>Maps <c>/account/room</c>: 204, or 429 with a page that says what to do.</summary>
    public static void MapRoom(this IEndpointRouteBuilder routes) => routes.MapMethods("/account/room", ["GET", "HEAD"], TellAsync);

    private static Task TellAsync(HttpContext context, CircuitGate gate, IOptions<CircuitLimits> limits)
    {
        if (context.User.AccountId() is not { } account || gate.HasRoom(account))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        var windows = limits.Value.PerAccount is 1 ? "1 Fenster" : string.Create(CultureInfo.InvariantCulture, $"{limits.Value.PerAccount} Fenstern");
        return SentencePage.WriteAsync(
            context, StatusCodes.Status429TooManyRequests, $"Du hast SlotBooking schon in {windows} offen. Schließe eines, dann geht es hier weiter.", "/", "Noch einmal");
    }
}
