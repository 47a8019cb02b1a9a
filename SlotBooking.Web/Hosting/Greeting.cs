using SlotBooking.Core.Calendars;
using SlotBooking.Core.Demo;

namespace SlotBooking.Web.Hosting;

/// <summary>Tells whoever started the program where it is and, in demo mode, how to sign in.</summary>
internal static class Greeting
{
    /// <summary>Prints once the server listens.</summary>
    public static void GreetWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var notice = app.Services.GetRequiredService<DemoNotice>();
        var lines = new List<string> { $"SlotBooking läuft: {string.Join(", ", app.Urls)}" };
        if (app.Services.GetRequiredService<CalendarSettings>().DryRun)
        {
            lines.Add("Probelauf: Bei Google wird gelesen, aber nichts geschrieben (Calendar:DryRun).");
        }

        if (notice.Password is { } password)
        {
            lines.Add($"Anmelden als {string.Join(", ", DemoPeople.All.GroupBy(p => p.Role).Select(g => $"{g.Key}: {string.Join(" ", g.Select(p => p.UserName))}"))}");
            lines.Add($"Passwort für alle: {password}");
        }

        System.Console.WriteLine(string.Join(Environment.NewLine, lines));
    });
}
