using SlotBooking.Web.Endpoints;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web;

/// <summary>Lists what a request passes on its way to an endpoint or a page. The order matters.</summary>
internal static class Pipeline
{
    public static void UseSlotBooking(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UseRequestLocalization();
        app.UseWebSockets();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<CircuitGate>().PassAsync);
        app.UseMustChangeGuard();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapLanguages();
        app.MapSignIn();
        app.MapPassword();
        app.MapStart();
        app.MapRoom();
        app.MapPush();
        app.MapCustomerExport();
        app.MapFeed();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true).WithHeadOfOpenPages();
    }
}
