namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Whether a request comes from a page of this very host. Behind a proxy that is trusted, the host is the one the browser asked for.</summary>
internal static class OriginRule
{
    /// <summary>True when the Origin header names our scheme, host and port.</summary>
    /// <remarks>
    /// Browsers send no Origin with an ordinary GET to the same host (long polling); they then say „Sec-Fetch-Site: same-origin“, which no foreign page can.
    /// A WebSocket always carries an Origin.
    /// </remarks>
    public static bool IsOwn(HttpRequest request, bool isWebSocket)
    {
        var origins = request.Headers.Origin;
        if (origins.Count == 0)
        {
            return !isWebSocket && HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"] == "same-origin";
        }

        return origins is [{ } origin] &&
            Uri.TryCreate(origin, UriKind.Absolute, out var theirs) &&
            Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var ours) &&
            Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0 &&
            theirs.PathAndQuery == "/" && theirs.UserInfo.Length == 0;
    }
}
