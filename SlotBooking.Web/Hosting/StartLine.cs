namespace SlotBooking.Web.Hosting;

/// <summary>The command line, parted: what the host takes as settings, and the words of a console verb.</summary>
/// <param name="Settings">For the host: <c>--urls</c>, <c>--environment</c>, any <c>--Section:Key=value</c>.</param>
/// <param name="Verb">Empty: the program serves.</param>
public sealed record StartLine(string[] Settings, string[] Verb)
{
    private static readonly string[] HostNames = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    /// <summary>Parts the arguments. Settings may stand before and after the verb.</summary>
    public static StartLine Read(string[] arguments)
    {
        var settings = new List<string>();
        var verb = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsSetting(arguments[i], serving: verb.Count == 0))
            {
                verb.Add(arguments[i]);
                continue;
            }

            settings.Add(arguments[i]);
            if (!arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add(arguments[++i]);
            }
        }

        return new StartLine([.. settings], [.. verb]);
    }

    /// <summary>Before a verb every option is a setting, except those that ask for help; behind it only those that cannot be the verb's own.</summary>
    private static bool IsSetting(string argument, bool serving)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal) || argument is "--help" or "--version")
        {
            return false;
        }

        var name = argument.Split('=', 2)[0];
        return serving || name.Contains(':', StringComparison.Ordinal) || HostNames.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
