using System.Globalization;

namespace SlotBooking.Web.Shared;

/// <summary>Writes numbers as the language of the page does.</summary>
internal static class NumberTexts
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Writes a rate between 0 and 1 in percent without the sign („24,6“); a dash for no rate.</summary>
    public static string Rate(double? rate) => rate is { } known ? (known * 100).ToString("0.0", Culture) : "–";

    /// <summary>Writes a rate between 0 and 1 in percent („24,6 %“, with a no-break space); a dash for no rate.</summary>
    public static string Percent(double? rate) => rate is null ? "–" : Rate(rate) + "\u00A0%";

    /// <summary>Writes a count with separators („1.234“).</summary>
    public static string Count(int count) => count.ToString("N0", Culture);
}
