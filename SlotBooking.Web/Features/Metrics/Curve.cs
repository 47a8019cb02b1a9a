using System.Globalization;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>Turns values into the points of a line in a box of 100 by 100. Pure.</summary>
internal static class Curve
{
    /// <summary>The points, evenly spread over so many places; a gap where there is no value starts another line.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<double?> values, double least, double most, int places)
    {
        var lines = new List<List<string>> { new() };
        for (var n = 0; n < Math.Min(values.Count, places); n++)
        {
            if (values[n] is { } value)
            {
                lines[^1].Add(FormattableString.Invariant($"{Middle(n, places):0.##},{Y(value, least, most):0.##}"));
            }
            else if (lines[^1].Count > 0)
            {
                lines.Add([]);
            }
        }

        return [.. lines.Where(line => line.Count > 0).Select(line => string.Join(' ', line.Count > 1 ? line : [line[0], line[0]]))];
    }

    /// <summary>How far down a value lies, for an attribute.</summary>
    public static string At(double value, double least, double most) => Y(value, least, most).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Left edge and width of the bar at this place, for attributes.</summary>
    public static (string X, string Width) Bar(int place, int places) =>
        (FormattableString.Invariant($"{(place + 0.2) * 100 / places:0.##}"), FormattableString.Invariant($"{60.0 / places:0.##}"));

    /// <summary>A round number that is at least this: the top of an axis that begins at nought.</summary>
    public static int Top(int highest)
    {
        var step = (int)Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, highest))));
        return new[] { step, 2 * step, 4 * step, 6 * step, 10 * step }.First(top => top >= highest);
    }

    private static double Middle(int place, int places) => (place + 0.5) * 100 / places;

    private static double Y(double value, double least, double most) => 100 - (100 * (Math.Clamp(value, least, most) - least) / Math.Max(0.0001, most - least));
}
