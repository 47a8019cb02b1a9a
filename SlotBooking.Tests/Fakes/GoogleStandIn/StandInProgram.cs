using System.Globalization;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Runs the stand-in by hand: <c>google-stand-in [--port N] [--creds-file F]</c>; ends with Ctrl+C.</summary>
internal static class StandInProgram
{
    private static readonly string[] Consultants = ["clara@stand-in.example", "jonas@stand-in.example"];

    public static async Task<int> RunAsync(string[] args)
    {
        var port = int.Parse(Option(args, "--port") ?? "5099", CultureInfo.InvariantCulture);
        var file = Option(args, "--creds-file");
        await using var server = await StandInServer.StartAsync(port: port);
        foreach (var id in Consultants)
        {
            server.AddCalendar(id);
        }

        if (file is not null)
        {
            await File.WriteAllTextAsync(file, server.Account.CredentialsBase64);
        }

        await Console.Out.WriteLineAsync(
            $"""
            Google Calendar's stand-in answers at {server.Address}. Start the product with:

            export GOOGLE_CREDS_BASE64="{(file is null ? server.Account.CredentialsBase64 : $"$(cat {file})")}"
            export CENTRAL_CALENDAR_ID="{StandInServer.CentralId}"
            export CONSULTANTS="Clara={Consultants[0]};Jonas={Consultants[1]}"
            export Calendar__Google__BaseUri="{server.BaseUri}"
            """);
        using var end = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            end.Cancel();
        };
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
}
