using MudBlazor;
using MudBlazor.Services;

namespace SlotBooking.Web.Layout;

/// <summary>Registers what the pages under <see cref="AdminLayout"/> need.</summary>
internal static class AdminRegistration
{
    /// <summary>Adds MudBlazor with German words. Its services are made when a component asks for them: other pages hold none of them.</summary>
    public static IServiceCollection AddAdminComponents(this IServiceCollection services)
    {
        services.AddTransient<MudLocalizer, GermanMudLocalizer>();
        return services.AddMudServices();
    }
}
