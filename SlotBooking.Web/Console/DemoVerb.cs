using System.CommandLine;
using SlotBooking.Core.Demo;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Console;

/// <summary><c>demo reset</c>: throws the invented office away and invents it anew. Development only, and only where everything is invented.</summary>
internal static class DemoVerb
{
    private const int Refused = 1;

    public static Command Create(WebApplication app)
    {
        var yes = new Option<bool>("--yes") { Description = "Nicht nachfragen" };
        var reset = new Command("reset", "Alle Demo-Daten löschen und neu erfinden; auch neben einem laufenden Server") { yes };
        reset.SetAction((parsed, cancellationToken) => ResetAsync(app, parsed.GetValue(yes), cancellationToken));
        return new Command("demo", "Die erfundenen Daten einer Entwicklungsumgebung") { reset };
    }

    private static async Task<int> ResetAsync(WebApplication app, bool isSure, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
        {
            return await RefuseAsync("„demo reset“ gibt es nur in der Umgebung Development. Es wurde nichts gelöscht.");
        }

        var demo = app.Services.GetRequiredService<DemoReset>();
        if (!await demo.IsDemoAsync(cancellationToken))
        {
            return await RefuseAsync("Diese Datenbank wurde nicht mit Demo-Daten gefüllt. Es wurde nichts gelöscht. Für eine neue Demo nimm mit PERSIST_BASE einen leeren Ordner und starte den Server.");
        }

        if (!isSure && !await AskAsync(cancellationToken))
        {
            return await RefuseAsync("Abgebrochen. Es wurde nichts gelöscht.");
        }

        await demo.EmptyAsync(cancellationToken);
        await app.PrepareDataAsync(cancellationToken);
        await ActivatorUtilities.CreateInstance<Hosting.Demo>(app.Services).StartAsync(cancellationToken);
        var password = app.Services.GetRequiredService<DemoNotice>().Password;
        await System.Console.Out.WriteLineAsync($"Die Demo-Daten sind neu. Melde dich an als anna, clara oder admin; Passwort: {password}");
        return 0;
    }

    private static async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        await System.Console.Out.WriteAsync("Alle Daten dieser Demo werden gelöscht und neu erfunden. Mit „ja“ geht es los: ");
        return (await System.Console.In.ReadLineAsync(cancellationToken))?.Trim().Equals("ja", StringComparison.OrdinalIgnoreCase) == true;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await System.Console.Error.WriteLineAsync(sentence);
        return Refused;
    }
}
