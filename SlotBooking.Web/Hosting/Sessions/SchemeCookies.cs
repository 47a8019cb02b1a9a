using Microsoft.AspNetCore.Authentication.Cookies;

namespace SlotBooking.Web.Hosting.Sessions;

/// <summary>Gives the session cookie its protected name behind HTTPS and a plain one on plain HTTP, where browsers would refuse the protected one.</summary>
/// <remarks>A cookie of the one name is never read on the other scheme, so one that leaked over HTTP opens nothing behind HTTPS.</remarks>
internal sealed class SchemeCookies : ICookieManager
{
    /// <summary>The name on plain HTTP.</summary>
    public const string Name = "SlotBooking";

    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
