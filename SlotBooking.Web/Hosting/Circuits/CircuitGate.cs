using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Decides who may open a circuit: a page of our own, of somebody who is signed in, who has not too many of them.</summary>
/// <remarks>The browser's same-origin policy does not cover WebSockets; without this check any web page could talk to the office with the visitor's cookie.</remarks>
internal sealed class CircuitGate(IOptions<CircuitLimits> limits)
{
    private readonly ConcurrentDictionary<Guid, int> _open = new();

    /// <summary>Whether the person may open another page.</summary>
    public bool HasRoom(Guid account) => _open.GetValueOrDefault(account) < limits.Value.PerAccount;

    /// <summary>Stands behind authentication.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (!OriginRule.IsOwn(context.Request, context.WebSockets.IsWebSocketRequest))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (context.User.AccountId() is not { } account)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // The page's script asks for this before it connects; refused, it would stop before it can say why there is no room.
        if (context.Request.Path.StartsWithSegments("/_blazor/initializers", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        // A connection is one GET that lasts as long as the page, or one poll after another.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            var isNew = context.Request.Path.StartsWithSegments("/_blazor/negotiate", StringComparison.OrdinalIgnoreCase);
            if (isNew && !HasRoom(account))
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }

            await next(context);
            return;
        }

        if (_open.AddOrUpdate(account, 1, (_, count) => count + 1) > limits.Value.PerAccount)
        {
            Leave(account);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Leave(account);
        }
    }

    private void Leave(Guid account)
    {
        if (_open.AddOrUpdate(account, 0, (_, count) => count - 1) == 0)
        {
            _open.TryRemove(KeyValuePair.Create(account, 0));
        }
    }
}
