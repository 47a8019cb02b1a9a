using System.CommandLine;
using System.Globalization;
using SlotBooking.Core.Achievements.Reading;

namespace SlotBooking.Web.Console;

/// <summary><c>game rebuild</c>: works points, badges and levels out anew from the event log. Also beside a running server.</summary>
internal static class GameVerb
{
    public static Command Create(WebApplication app)
    {
        var rebuild = new Command("rebuild", "Punkte, Abzeichen, Serien und Level aus dem Ereignisprotokoll neu berechnen");
        rebuild.SetAction(async (_, cancellationToken) =>
        {
            if (await app.Services.GetRequiredService<GameRebuild>().RunAsync(cancellationToken) is not { } report)
            {
                await System.Console.Error.WriteLineAsync("Die Punkte werden gerade schon neu berechnet. Versuche es in zwei Minuten noch einmal.");
                return 1;
            }

            await System.Console.Out.WriteLineAsync(string.Create(
                CultureInfo.GetCultureInfo("de-DE"), $"{report.Events:N0} Ereignisse gelesen, {report.Entries:N0} Buchungen im Punktekonto, {report.Parked:N0} nicht verstanden."));
            return 0;
        });
        return new Command("game", "Punkte, Abzeichen, Serien und Level") { rebuild };
    }
}
