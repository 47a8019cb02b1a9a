using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>What a page's HTML carries for its circuit: the components to be started and the protected state.</summary>
internal sealed partial record PageMarkers(string Operations, string ApplicationState)
{
    /// <summary>Reads them as the framework's script does.</summary>
    public static PageMarkers Of(string html)
    {
        var operations = new StringBuilder("{\"batchId\":1,\"operations\":[");
        var markers = Marker().Matches(html).Select(m => m.Groups["json"].Value).Where(json => json.Contains("\"descriptor\"", StringComparison.Ordinal)).ToArray();
        for (var n = 0; n < markers.Length; n++)
        {
            operations.Append(n == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"type\":\"add\",\"ssrComponentId\":{n + 1},\"marker\":{markers[n]}}}");
        }

        return markers.Length == 0
            ? throw new InvalidOperationException("The page starts no components:\n" + html)
            : new PageMarkers(operations.Append("]}").ToString(), StateComment().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--\\s*Blazor-Server-Component-State:(?<state>[a-zA-Z0-9+/=]+)\\s*-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StateComment();
}
