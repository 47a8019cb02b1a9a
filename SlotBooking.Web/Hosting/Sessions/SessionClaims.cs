using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Web.Hosting.Sessions;

/// <summary>What the cookie says about a session, and how to read it.</summary>
internal static class SessionClaims
{
    private const string Session = "session";
    private const string MustChange = "must_change_password";

    public static ClaimsPrincipal ToPrincipal(this SignedIn person)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, person.AccountId.ToString()),
            new(ClaimTypes.Name, person.UserName),
            new(Staff.DisplayNameClaim, person.DisplayName),
            new(Session, person.SessionId.ToString()),
            .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        if (person.MustChangePassword)
        {
            claims.Add(new Claim(MustChange, "1"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>The session, or null for a visitor.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) => Id(user, Session);

    /// <summary>The account, or null for a visitor.</summary>
    public static Guid? AccountId(this ClaimsPrincipal user) => Id(user, ClaimTypes.NameIdentifier);

    /// <summary>True while nothing is allowed but changing the password.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(MustChange, "1");

    private static Guid? Id(ClaimsPrincipal user, string type) =>
        user.Identity?.IsAuthenticated is true && Guid.TryParse(user.FindFirstValue(type), out var id) ? id : null;
}
