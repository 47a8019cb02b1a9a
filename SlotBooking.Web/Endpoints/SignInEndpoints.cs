using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SlotBooking.Core.Accounts;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Endpoints;

/// <summary>Signing in and out: plain forms, because a circuit cannot set cookies.</summary>
internal static class SignInEndpoints
{
    private const int FormLimit = 16 * 1024;

    /// <summary>Maps <c>POST /login</c> (fields username, password, returnUrl) and <c>POST /logout</c>; both want the form's token.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        // The pages of the same address answer POST, too; these come first.
        routes.MapPost("/login", SignInAsync).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy).WithFormLimit().WithOrder(-1);
        routes.MapPost("/logout", SignOutAsync).AllowAnonymous().WithFormLimit().WithOrder(-1);
    }

    /// <summary>Forms of the account are small.</summary>
    public static TBuilder WithFormLimit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(FormLimit));

    /// <summary>Makes the session the one of this browser.</summary>
    public static Task WelcomeAsync(this HttpContext context, SignedIn person) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person.ToPrincipal());

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, SignInDesk desk, SessionBook book)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return new SeeOther("/login?error=form");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var target = SeeOther.Local(form["returnUrl"]);
        var answer = await desk.TryAsync(form["username"].ToString(), form["password"].ToString(), context.RequestAborted);
        switch (answer)
        {
            case SignInAnswer.Welcome(var person):
                if (context.User.SessionId() is { } before)
                {
                    await book.EndAsync(before, context.RequestAborted);
                }

                await context.WelcomeAsync(person);
                return new SeeOther(person.MustChangePassword ? MustChangeGuard.Page + "?required=true" : target);
            case SignInAnswer.Busy:
                context.Response.Headers.RetryAfter = "30";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                var error = answer is SignInAnswer.Locked ? "locked" : "wrong";
                return new SeeOther(target == "/" ? $"/login?error={error}" : $"/login?error={error}&returnUrl={Uri.EscapeDataString(target)}");
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SessionBook book)
    {
        if (context.User.SessionId() is not { } session)
        {
            return new SeeOther("/login");
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        await book.EndAsync(session, context.RequestAborted);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return new SeeOther("/login");
    }
}
