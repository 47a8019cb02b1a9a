using System.CommandLine;
using SlotBooking.Core.Metrics;

namespace SlotBooking.Web.Console;

/// <summary><c>metrics rebuild</c>: counts all appointments anew, as after an import. Also beside a running server.</summary>
internal static class MetricsVerb
{
    public static Command Create(WebApplication app)
    {
        var rebuild = new Command("rebuild", "Alle Termine neu zählen");
        rebuild.SetAction(async (_, cancellationToken) =>
        {
            var days = await app.Services.GetRequiredService<DaySheets>().RebuildAsync(cancellationToken);
            await System.Console.Out.WriteLineAsync($"{days} Tage neu gezählt.");
            return 0;
        });
        return new Command("metrics", "Die Zahlen der Auswertung") { rebuild };
    }
}
