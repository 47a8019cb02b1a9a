using SlotBooking.Core.Demo;

namespace SlotBooking.Web.Hosting;

/// <summary>Registers what invents an office: for the first Development start and for <c>demo reset</c>.</summary>
internal static class DemoRegistration
{
    /// <summary>Adds the notice of the sign-in page, what fills the office and what empties it.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoNotice>();
        services.AddSingleton<IDemoSeeder, DemoOffice>();
        services.AddSingleton<DemoReset>();
        return services;
    }
}
