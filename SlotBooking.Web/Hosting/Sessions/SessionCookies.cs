using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Web.Hosting.Sessions;

/// <summary>Registers the session cookie, and that every page wants one unless it says otherwise.</summary>
internal static class SessionCookies
{
    public static IServiceCollection AddSessionCookies(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<SessionLimits>>((options, session) =>
            {
                options.Cookie.Name = SchemeCookies.Name;
                options.Cookie.HttpOnly = true;
                options.Cookie.Path = "/";
                options.Cookie.SameSite = SameSiteMode.Lax; // a link to a day, sent in a chat, opens signed in; what changes things is a POST with a token
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CookieManager = new SchemeCookies();
                options.LoginPath = "/login";
                options.AccessDeniedPath = "/login";
                options.ReturnUrlParameter = "returnUrl";
                options.ExpireTimeSpan = TimeSpan.FromHours(session.Value.AbsoluteHours);
                options.SlidingExpiration = false; // the idle limit is kept in the session's row
                options.Events.OnValidatePrincipal = ValidateAsync;
                options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = SchemeCookies.Name + ".Form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentActor>();
        return services;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return; // everybody may have a style, also while the database cannot say who asks
        }

        var book = context.HttpContext.RequestServices.GetRequiredService<SessionBook>();
        if (context.Principal?.SessionId() is not { } session || !await book.IsLiveAsync(session, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>People are led to the sign-in; programs are told the number.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal);
        if (isPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
