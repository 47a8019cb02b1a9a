namespace SlotBooking.Web.Hosting;

/// <summary>Answers a form: „go there with a GET“, so that a reload does not send the form again.</summary>
internal sealed class SeeOther(string target) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = target;
        return Task.CompletedTask;
    }

    /// <summary>The address if it is one of ours, else the start page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && Uri.IsWellFormedUriString(address, UriKind.Relative) ? address : "/";
}
