using Microsoft.AspNetCore.Components.Authorization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Hosting.Sessions;

/// <summary>Who sits before this page. Scoped: one browser tab is one circuit is one person.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>On whose behalf commands run.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the session has ended.</exception>
    public async Task<Actor> GetAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.AccountId() is { } account
            ? new Actor(account, Staff.NameOf(user))
            : throw new UnauthorizedAccessException("Nobody is signed in.");
    }

    /// <summary>Whether the person has the role; admins have all.</summary>
    public async Task<bool> IsInAsync(string role)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.IsInRole(role) || user.IsInRole(Roles.Admin);
    }
}
