using System.Globalization;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Reads <c>--name value</c> pairs of a benchmark's command line.</summary>
internal static class Arguments
{
    public static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
