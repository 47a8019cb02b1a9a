using System.Text;

namespace SlotBooking.Core.Calendar;

/// <summary>Reads the markers that people append to titles, in any case and spacing.</summary>
/// <remarks>Only round brackets at the very end count, so a customer whose surname is Ghost is not a ghost.</remarks>
public static class Markers
{
    private static readonly Dictionary<string, TitleMarker> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["erschienen"] = TitleMarker.Completed,
        ["nichterschienen"] = TitleMarker.NoShow,
        ["ghost"] = TitleMarker.Ghost,
        ["verschoben"] = TitleMarker.Rescheduled,
        ["abgesagt"] = TitleMarker.Cancelled,
        ["überhang"] = TitleMarker.Overhang,
        ["ueberhang"] = TitleMarker.Overhang,
        ["exit"] = TitleMarker.Exit,
        ["vorbehalt"] = TitleMarker.Reserved,
    };

    /// <summary>The last marker at the end of the title: where there are several, the newest was appended last.</summary>
    public static TitleMarker Of(string? title) => SplitLast(title ?? "").Marker;

    /// <summary>The title without any markers at its end, trimmed; other brackets belong to the name.</summary>
    public static string NameOf(string? title)
    {
        var (name, marker) = SplitLast(title ?? "");
        while (marker is not TitleMarker.None)
        {
            (name, marker) = SplitLast(name);
        }

        return name;
    }

    private static (string Before, TitleMarker Marker) SplitLast(string title)
    {
        var trimmed = title.Trim();
        var open = trimmed.LastIndexOf('(');
        if (open < 0 || !trimmed.EndsWith(')'))
        {
            return (trimmed, TitleMarker.None);
        }

        var word = new string([.. trimmed[(open + 1)..^1].Where(c => !char.IsWhiteSpace(c))]);
        return WellFormed(word) && Words.TryGetValue(word.Normalize(NormalizationForm.FormC), out var marker)
            ? (trimmed[..open].TrimEnd(), marker)
            : (trimmed, TitleMarker.None);
    }

    /// <summary>Half a surrogate pair would make normalising throw; no marker has one.</summary>
    private static bool WellFormed(string word) => !word.Any(char.IsSurrogate);
}
