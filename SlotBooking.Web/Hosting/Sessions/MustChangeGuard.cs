using Microsoft.AspNetCore.Authorization;

namespace SlotBooking.Web.Hosting.Sessions;

/// <summary>Leads whoever has to change their password to where that is done, and lets them do nothing else.</summary>
internal static class MustChangeGuard
{
    /// <summary>The page and the endpoint that change a password.</summary>
    public const string Page = "/account/password";

    /// <summary>Stands behind routing and authentication.</summary>
    public static void UseMustChangeGuard(this WebApplication app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.MustChangePassword() ||
            path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase) ||
            path.StartsWithSegments("/logout", StringComparison.OrdinalIgnoreCase) ||
            context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && !path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
        {
            context.Response.Redirect(Page + "?required=true");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });
}
