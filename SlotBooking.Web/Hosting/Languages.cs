using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SlotBooking.Web.Hosting;

/// <summary>German for everybody, English for those who ask for it. The browser's own wish does not count: the office is German.</summary>
public static class Languages
{
    /// <summary>The language of the office and of every thread that serves nobody in particular.</summary>
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        CultureInfo.DefaultThreadCurrentCulture = German;
        CultureInfo.DefaultThreadCurrentUICulture = German;
        return services.AddLocalization().Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(German);
            options.SupportedCultures = options.SupportedUICultures = [German, English];
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }

    /// <summary>Remembers the choice in a cookie. It changes nothing else, so it needs no token against forgery.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder routes) => routes.MapPost("/language", async context =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var culture = string.Equals(form["culture"], English.Name, StringComparison.OrdinalIgnoreCase) ? English : German;
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
        context.Response.Redirect(SeeOther.Local(form["returnUrl"]));
    }).DisableAntiforgery().AllowAnonymous();
}
