using System.CommandLine;
using System.Globalization;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Time;
using Spectre.Console;

namespace SlotBooking.Web.Console;

/// <summary><c>jobs list</c> and <c>jobs run NAME</c>: what runs by the clock, from a shell or a workflow, also beside a running server.</summary>
internal static class JobsVerb
{
    private const int Stopped = 130;
    private const int WideEnough = 220;
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static Command Create(WebApplication app)
    {
        var name = new Argument<string>("NAME") { Description = "Der Name des Jobs, wie ihn „jobs list“ zeigt." };
        var run = new Command("run", "Einen Job jetzt ausführen und auf sein Ende warten.") { name };
        run.SetAction((parsed, cancellationToken) => RunAsync(app, parsed.GetValue(name)!, cancellationToken));
        var list = new Command("list", "Alle Jobs mit Stand, letztem Erfolg und nächstem Fenster.");
        list.SetAction((_, cancellationToken) => ListAsync(app, cancellationToken));
        return new Command("jobs", "Was nach der Uhr läuft: auflisten und ausführen.") { list, run };
    }

    private static async Task<int> RunAsync(WebApplication app, string name, CancellationToken cancellationToken)
    {
        var office = app.Services.GetRequiredService<JobOffice>();
        try
        {
            switch (await office.RunNowAsync(name, cancellationToken))
            {
                case JobReport.Done done:
                    await System.Console.Out.WriteLineAsync(done.Text);
                    return 0;
                case JobReport.Failed failed:
                    await System.Console.Error.WriteLineAsync(failed.Text);
                    return 1;
                default:
                    await System.Console.Error.WriteLineAsync($"Den Job „{name}“ gibt es nicht. Es gibt: {string.Join(", ", office.Names)}.");
                    return ConsoleFrame.UsageError;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await System.Console.Error.WriteLineAsync("Abgebrochen. Das Fenster wird vom nächsten Lauf übernommen.");
            return Stopped;
        }
    }

    private static async Task<int> ListAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var clock = app.Services.GetRequiredService<OfficeClock>();
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("Job", "Name", "Stand", "Letzter Erfolg", "Nächstes Fenster", "Fehlend", "Letzter Bericht");
        foreach (var job in await app.Services.GetRequiredService<JobOffice>().ListAsync(cancellationToken))
        {
            table.AddRow(
                new Text(job.Name),
                new Text(job.Title),
                new Text(State(job)),
                new Text(Time(clock, job.LastSuccess)),
                new Text(Time(clock, job.Next)),
                new Text(job.Missing.ToString(CultureInfo.InvariantCulture)),
                new Text(job.Report ?? "–"));
        }

        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WideEnough;
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static string State(JobStanding job) => job switch
    {
        { State: null } => "noch nie gelaufen",
        { IsAbandoned: true } => "abgebrochen, wird übernommen",
        { State: JobState.Running } => "läuft",
        { State: JobState.Done } => "erledigt",
        _ => "fehlgeschlagen",
    };

    private static string Time(OfficeClock clock, DateTimeOffset? instant)
    {
        if (instant is not { } known)
        {
            return "–";
        }

        var (day, time) = clock.WallClock(known);
        return $"{day.ToString("ddd d.M.yyyy", German)}, {time.ToString("HH:mm", German)}";
    }
}
