using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Web.Hosting;

/// <summary>Slows down one address that tries passwords, without hurting an office that shares one address.</summary>
internal static class SignInLimit
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "sign-in";

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ =>
            {
                var options = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value;
                return new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.PerAddressBurst,
                    TokensPerPeriod = options.PerAddressMinute,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                };
            }));
    });
}
