using System.Text.RegularExpressions;

namespace SlotBooking.Core.Markers;

/// <summary>Who owns what in the title of a booking's event: the name is ours, everything else is people's.</summary>
public static partial class AppointmentTitle
{
    private const int ShortestWord = 2;

    /// <summary>The title with our name and with what people wrote around it.</summary>
    /// <remarks>
    /// Where the name stands, nothing is changed. A name written differently is put right, the markers behind it stay.
    /// Any other text was meant as a note: it goes behind the name.
    /// </remarks>
    public static string Merge(string? current, string name)
    {
        if (string.IsNullOrWhiteSpace(current))
        {
            return name;
        }

        if (Holds(current, name))
        {
            return current;
        }

        var markers = MarkersAtEnd().Match(current).Value;
        var text = current[..^markers.Length].Trim();
        var note = text.Length == 0 || SharesWord(text, name) ? "" : $" – {text}";
        var kept = markers.Trim() is { Length: > 0 } some && !name.EndsWith(some, StringComparison.Ordinal) ? $" {some}" : "";
        return $"{name}{note}{kept}";
    }

    /// <summary>The title once its customer is erased: the name that stands in, with the markers that mean something, and nothing else that people wrote.</summary>
    public static string Erase(string current, string name, MarkerWords words) =>
        current.Trim()[MarkerParser.NameOf(current, words).Length..].Trim() is { Length: > 0 } markers ? $"{name} {markers}" : name;

    /// <summary>Whether the name stands there whole: „Muster, Max“ does not in „Muster, Maximilian“.</summary>
    private static bool Holds(string title, string name)
    {
        for (var at = title.IndexOf(name, StringComparison.Ordinal); at >= 0; at = title.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(title[at - 1])) && (end == title.Length || !char.IsLetterOrDigit(title[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesWord(string text, string name) =>
        Words(text).Intersect(Words(name), StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value).Where(w => w.Length >= ShortestWord);

    [GeneratedRegex(@"(?:\s*\([^()]*\))+\s*$", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkersAtEnd();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
