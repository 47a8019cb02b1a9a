using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SlotBooking.Core;

namespace SlotBooking.Web.Hosting;

/// <summary>Puts into a German sentence why the program does not start, so that nobody has to read a stack trace.</summary>
public static partial class StartFailure
{
    /// <summary>What the process answers when a setting is wrong (EX_CONFIG).</summary>
    public const int ExitCode = 78;

    /// <summary>What is said when somebody ends the program before it has started.</summary>
    public const string Stopped = "Beendet, bevor es lief. Beim nächsten Start geht es dort weiter.";

    /// <summary>The sentence, or null when the failure is a surprise that deserves its stack trace.</summary>
    public static string? Sentence(Exception exception) => exception switch
    {
        ConfigurationException => exception.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures.Select(Plain)),
        AggregateException many when many.InnerExceptions.Select(Sentence).ToList() is var all && all.TrueForAll(s => s is not null) =>
            string.Join(Environment.NewLine, all),
        InvalidOperationException when Conversion().Match(exception.Message) is { Success: true } match =>
            $"Die Einstellung „{match.Groups["name"].Value}“ hat einen Wert, der dort nicht passt. Berichtige ihn und starte neu.",
        FormatException when exception.Message.Contains("Invalid url", StringComparison.OrdinalIgnoreCase) => BadAddress,
        IOException { InnerException: SocketException or Microsoft.AspNetCore.Connections.AddressInUseException } =>
            "Die Adresse ist schon belegt: Dort läuft ein anderes Programm oder SlotBooking ein zweites Mal. Wähle mit --urls eine andere, etwa --urls http://localhost:5081.",
        SocketException => "Auf dieser Adresse darf das Programm nicht lauschen. Wähle mit --urls eine andere, etwa --urls http://localhost:5081.",
        _ => null,
    };

    private const string BadAddress = "Mit der Adresse in „urls“ kann das Programm nichts anfangen. Richtig ist zum Beispiel --urls http://localhost:5080.";

    /// <summary>The framework puts English words before our sentence.</summary>
    private static string Plain(string failure) => failure[(failure.IndexOf("error: '", StringComparison.Ordinal) is var at and >= 0 ? at + 8 : 0)..].TrimEnd('.', '\'') + ".";

    [GeneratedRegex("Failed to convert configuration value.* at '(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Conversion();
}
