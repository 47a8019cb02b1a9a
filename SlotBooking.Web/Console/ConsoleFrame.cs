using System.CommandLine;
using System.CommandLine.Parsing;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Console;

/// <summary>Runs one console verb on the same data and the same services as the server, which may be running meanwhile.</summary>
internal static class ConsoleFrame
{
    /// <summary>What a wrong command line answers.</summary>
    public const int UsageError = 64;

    /// <summary>Builds the services, parses the words, runs the verb.</summary>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, string[] words)
    {
        await using var app = builder.Build();
        var root = new RootCommand("SlotBooking. Ohne Befehl startet der Server.");
        root.Subcommands.Add(UsersVerb.Create(app));
        root.Subcommands.Add(JobsVerb.Create(app));
        root.Subcommands.Add(CustomersVerb.Create(app));
        root.Subcommands.Add(CalendarVerb.Create(app));
        root.Subcommands.Add(MetricsVerb.Create(app));
        root.Subcommands.Add(GameVerb.Create(app));
        root.Subcommands.Add(DemoVerb.Create(app));
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await System.Console.Error.WriteLineAsync(parsed.CommandResult.Command == root
                ? $"Den Befehl „{words[0]}“ gibt es nicht. Es gibt: {string.Join(", ", root.Subcommands.Select(c => c.Name))}. Ohne Befehl startet der Server."
                : $"{string.Join(Environment.NewLine, parsed.Errors.Select(e => e.Message))}{Environment.NewLine}Hilfe: {PathOf(parsed.CommandResult)} --help");
            return UsageError;
        }

        if (parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            await app.PrepareDataAsync();
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>„users add“.</summary>
    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;
}
