using System.CommandLine;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Console;

/// <summary><c>calendar status</c>, <c>calendar resync NAME</c> and <c>calendar check</c>, also beside a running server.</summary>
internal static class CalendarVerb
{
    public static Command Create(WebApplication app)
    {
        var status = new Command("status", "Alle Kalender mit Stand, letztem vollem Abgleich und wartenden Terminen.");
        status.SetAction((_, cancellationToken) => StatusAsync(app, cancellationToken));
        var name = new Argument<string>("NAME") { Description = "„central“ oder der Name des Beraters, wie ihn „calendar status“ zeigt." };
        var resync = new Command("resync", "Einen Kalender von vorn einlesen. Buchungen bleiben, wie sie sind.") { name };
        resync.SetAction((parsed, cancellationToken) => ResyncAsync(app, parsed.GetValue(name)!, cancellationToken));
        var check = new Command("check", "Datenbank und Kalender vergleichen und Unterschiede auflisten. Ändert nichts.");
        check.SetAction((_, cancellationToken) => CheckAsync(app, cancellationToken));
        return new Command("calendar", "Kalender: wie sie stehen, neu einlesen, vergleichen.") { status, resync, check };
    }

    private static async Task<int> StatusAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var overview = await app.Services.GetRequiredService<CalendarOverviewReader>().ReadAsync(cancellationToken);
        CalendarTables.Write(overview, app.Services);
        return 0;
    }

    private static async Task<int> ResyncAsync(WebApplication app, string name, CancellationToken cancellationToken)
    {
        var desk = app.Services.GetRequiredService<CalendarDesk>();
        if (await desk.FindAsync(name, cancellationToken) is not { } calendar)
        {
            var overview = await app.Services.GetRequiredService<CalendarOverviewReader>().ReadAsync(cancellationToken);
            var names = overview.Lines.Skip(1).Select(l => l.Calendar.Name).Prepend("central");
            await System.Console.Error.WriteLineAsync($"Einen Kalender „{name}“ gibt es nicht, oder mehrere heißen so. Es gibt: {string.Join(", ", names)}.");
            return ConsoleFrame.UsageError;
        }

        var result = await desk.ResyncAsync(calendar.Key, Actor.System, cancellationToken);
        await (result.IsDone ? System.Console.Out : System.Console.Error).WriteLineAsync(result.Sentence);
        return result.IsDone ? 0 : 1;
    }

    private static async Task<int> CheckAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var found = await app.Services.GetRequiredService<CalendarCheck>().RunAsync(cancellationToken);
        CalendarTables.Write(found);
        foreach (var unread in found.Where(c => c.Error is not null))
        {
            await System.Console.Error.WriteLineAsync($"{unread.Calendar.Name}: {unread.Error}");
        }

        return found.All(c => c.Error is null && c.Differences.Count == 0) ? 0 : 1;
    }
}
