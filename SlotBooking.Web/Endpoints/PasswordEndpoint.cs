using Microsoft.AspNetCore.Antiforgery;
using SlotBooking.Core.Accounts;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Endpoints;

/// <summary>Changing one's own password.</summary>
internal static class PasswordEndpoint
{
    /// <summary>Maps <c>POST /account/password</c> (fields current, password, repeat).</summary>
    public static void MapPassword(this IEndpointRouteBuilder routes) =>
        routes.MapPost(MustChangeGuard.Page, ChangeAsync).RequireRateLimiting(SignInLimit.Policy).WithFormLimit().WithOrder(-1);

    private static async Task<IResult> ChangeAsync(HttpContext context, IAntiforgery antiforgery, OwnPassword own)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = form["password"].ToString();
        if (next != form["repeat"].ToString())
        {
            return Back(context, "repeat");
        }

        var (answer, person) = await own.ChangeAsync(context.User.AccountId()!.Value, form["current"].ToString(), next, context.RequestAborted);
        if (person is not null)
        {
            await context.WelcomeAsync(person);
            return new SeeOther("/");
        }

        return Back(context, answer switch
        {
            AccountAnswer.SamePassword => "same",
            AccountAnswer.BadPassword(PasswordFault.TooShort) => "short",
            AccountAnswer.BadPassword(PasswordFault.TooLong) => "long",
            AccountAnswer.BadPassword(PasswordFault.LikeName) => "name",
            AccountAnswer.BadPassword => "common",
            _ => "wrong",
        });
    }

    private static SeeOther Back(HttpContext context, string error) =>
        new($"{MustChangeGuard.Page}?error={error}{(context.User.MustChangePassword() ? "&required=true" : "")}");
}
