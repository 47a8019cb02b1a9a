using Microsoft.AspNetCore.HttpOverrides;

namespace SlotBooking.Web.Hosting;

/// <summary>Believes a reverse proxy on the same machine about scheme, host and address of the visitor; nobody else.</summary>
internal static class Forwarding
{
    public static IServiceCollection AddForwarding(this IServiceCollection services) => services.Configure<ForwardedHeadersOptions>(options =>
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
}
