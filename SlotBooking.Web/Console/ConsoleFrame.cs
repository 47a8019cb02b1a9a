using System.CommandLine;
using System.CommandLine.Parsing;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Console;

/// <summary>Runs one console verb on the same data and the same services as the server, which may be running meanwhile.</summary>
internal static partial class ConsoleFrame
{
    /// <summary>What a wrong command line answers.</summary>
    public const int UsageError = 64;

    /// <summary>What a verb answers that failed without anybody's doing (EX_SOFTWARE).</summary>
    public const int Failure = 70;

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

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is not OperationCanceledException && StartFailure.Sentence(exception) is null)
        {
            var errorId = ErrorIds.Next();
            LogFailed(app.Logger, exception, errorId);
            await System.Console.Error.WriteLineAsync($"Das hat nicht geklappt. Fehler {errorId}; was geschah, steht dabei im Protokoll des Programms.");
            return Failure;
        }
    }

    [LoggerMessage(LogLevel.Error, "A verb failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);

    /// <summary>„users add“.</summary>
    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;
}
