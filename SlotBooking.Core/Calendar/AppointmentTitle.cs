using System.Text.RegularExpressions;

namespace SlotBooking.Core.Calendar;

/// <summary>Who owns what in the title of a booking's event: the name is ours, what stands behind it is people's.</summary>
public static partial class AppointmentTitle
{
    /// <summary>The title with our name and everything that people put behind it.</summary>
    /// <remarks>When the name itself was changed by hand, only the bracketed markers at the end are carried over.</remarks>
    public static string Merge(string? current, string name)
    {
        if (current is null)
        {
            return name;
        }

        if (current.StartsWith(name, StringComparison.Ordinal))
        {
            return current;
        }

        var markers = MarkersAtEnd().Match(current).Value.Trim();
        return markers.Length == 0 || name.EndsWith(markers, StringComparison.Ordinal) ? name : $"{name} {markers}";
    }

    [GeneratedRegex(@"(?:\s*\([^()]*\))+\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkersAtEnd();
}
