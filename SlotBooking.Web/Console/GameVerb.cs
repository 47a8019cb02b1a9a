using System.CommandLine;
using System.Globalization;
using SlotBooking.Core.Achievements.Projection;

namespace SlotBooking.Web.Console;

/// <summary><c>game rebuild</c>: works points, badges and levels out anew from the event log and names what stays out. Also beside a running server.</summary>
internal static class GameVerb
{
    private const int Stopped = 130;
    private const int Named = 20;
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static Command Create(WebApplication app)
    {
        var rebuild = new Command("rebuild", "Punkte, Abzeichen, Serien und Level aus dem Ereignisprotokoll neu berechnen");
        rebuild.SetAction((_, cancellationToken) => RebuildAsync(app.Services.GetRequiredService<GameRebuild>(), cancellationToken));
        return new Command("game", "Punkte, Abzeichen, Serien und Level") { rebuild };
    }

    private static async Task<int> RebuildAsync(GameRebuild rebuild, CancellationToken cancellationToken)
    {
        try
        {
            if (await rebuild.RunAsync(cancellationToken) is not { } report)
            {
                await System.Console.Error.WriteLineAsync("Die Punkte werden gerade schon neu berechnet. Versuche es in zwei Minuten noch einmal.");
                return 1;
            }

            await TellAsync(report);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await System.Console.Error.WriteLineAsync("Abgebrochen. In zwei Minuten beginnt das laufende Programm von vorn; bis dahin stehen die Punkte still.");
            return Stopped;
        }
    }

    private static async Task TellAsync(RebuildReport report)
    {
        await System.Console.Out.WriteLineAsync(string.Create(
            German, $"{report.Events:N0} Ereignisse gelesen, {report.Entries:N0} Buchungen im Punktekonto, {report.Parked:N0} nicht verstanden."));
        foreach (var parked in report.Out.Take(Named))
        {
            await System.Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  Ereignis {parked.EventNumber} ({parked.Kind}): {parked.Reason}"));
        }

        if (report.Parked > Named)
        {
            await System.Console.Out.WriteLineAsync(string.Create(German, $"  und {report.Parked - Named:N0} weitere, in der Tabelle game_parked."));
        }
    }
}
