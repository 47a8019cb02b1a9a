using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Who a circuit belongs to; nobody any more, once the session has ended.</summary>
internal sealed class CircuitAuthentication : ServerAuthenticationStateProvider
{
    /// <summary>Turns the person into a visitor: pages that want somebody take themselves down.</summary>
    public void Forget() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
