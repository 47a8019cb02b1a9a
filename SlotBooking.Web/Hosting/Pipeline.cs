using SlotBooking.Web.Endpoints;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Hosting;

/// <summary>The way of a request, from the door to the page. The order matters.</summary>
internal static class Pipeline
{
    private static readonly AssetMark Asset = new();

    public static void UseSlotBooking(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UseRequestLocalization();
        app.UseWebSockets();
        app.UseRouting();
        app.UseWhen(static request => !IsAsset(request), static app => app.UseAuthentication()); // styles are served when the database cannot say who asks
        app.Use(app.Services.GetRequiredService<CircuitGate>().PassAsync);
        app.UseMustChangeGuard();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().WithMetadata(Asset);
        app.MapHealth();
        app.MapLanguages();
        app.MapSignIn();
        app.MapPassword();
        app.MapStart();
        app.MapRoom();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
    }

    private static bool IsAsset(HttpContext request) => request.GetEndpoint()?.Metadata.GetMetadata<AssetMark>() is not null;

    /// <summary>Marks what everybody may have: styles, scripts, fonts.</summary>
    private sealed class AssetMark;
}
