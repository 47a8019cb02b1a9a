namespace SlotBooking.Core.Markers;

/// <summary>Reads the markers that people append to titles, in any case and spacing.</summary>
/// <remarks>Only round brackets at the very end count, so a customer whose surname is Ghost is not a ghost.</remarks>
public static class MarkerParser
{
    /// <summary>The last marker at the end of the title: where there are several, the newest was appended last. None where there is no known one.</summary>
    public static TitleMarker Of(string? title, MarkerWords? words = null) =>
        SplitLast(title ?? "", words ?? MarkerWords.Default).Marker is var marker && marker == TitleMarker.Unknown ? TitleMarker.None : marker;

    /// <summary>The title without any markers at its end, trimmed; other brackets belong to the name.</summary>
    public static string NameOf(string? title, MarkerWords? words = null)
    {
        words ??= MarkerWords.Default;
        var (name, marker, _) = SplitLast(title ?? "", words);
        while (marker is not (TitleMarker.None or TitleMarker.Unknown))
        {
            (name, marker, _) = SplitLast(name, words);
        }

        return name;
    }

    /// <summary>What stands before the last brackets of the title, what they mean, and their text; all of it and none when it does not end with brackets.</summary>
    internal static (string Before, TitleMarker Marker, string? Brackets) SplitLast(string title, MarkerWords words)
    {
        var trimmed = title.Trim();
        var open = trimmed.LastIndexOf('(');
        if (open < 0 || !trimmed.EndsWith(')') || trimmed[(open + 1)..^1] is var between && (string.IsNullOrWhiteSpace(between) || between.Contains(')', StringComparison.Ordinal)))
        {
            return (trimmed, TitleMarker.None, null);
        }

        var marker = words.Read(trimmed[(open + 1)..^1]);
        return (marker == TitleMarker.Unknown ? trimmed : trimmed[..open].TrimEnd(), marker, trimmed[open..]);
    }
}
