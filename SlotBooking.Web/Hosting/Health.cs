using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Web.Hosting;

/// <summary>
/// Tells machines whether the process lives (<c>/health/live</c>), whether it can serve (<c>/health/ready</c>) and whether the
/// calendars let it in (<c>/health/calendar</c>). Without calendars the office can book: then it is ready, though „Degraded“.
/// </summary>
internal static class Health
{
    private const string Calendar = "calendar";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseReady>("database", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<CalendarsAnswer>(Calendar, failureStatus: HealthStatus.Degraded);
        return services;
    }

    /// <summary>Maps them; they tell one word and no secrets.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
        routes.MapHealthChecks("/health/calendar", new HealthCheckOptions
        {
            Predicate = check => check.Name == Calendar,
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = StatusCodes.Status200OK,
                [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
                [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
            },
        }).AllowAnonymous();
    }

    /// <summary>The database answers and its schema is ours.</summary>
    private sealed class DatabaseReady(DatabaseProbe database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await database.IsMigratedAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not migrated");
    }

    /// <summary>Google lets the service account in, and takes what is written. Asks nobody: the loops know.</summary>
    private sealed class CalendarsAnswer(CalendarHealth calendars) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var now = calendars.Current;
            return Task.FromResult(now.LockedOut is not null || now.GoogleAwaySince is not null || now.Parked > 0
                ? new HealthCheckResult(context.Registration.FailureStatus, "a calendar needs somebody")
                : HealthCheckResult.Healthy());
        }
    }
}
