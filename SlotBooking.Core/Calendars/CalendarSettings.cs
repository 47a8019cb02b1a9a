using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlotBooking.Core.Calendars.Google;

namespace SlotBooking.Core.Calendars;

/// <summary>How calendars are reached, from configuration.</summary>
/// <param name="SyncInterval">The time between two looks at a calendar.</param>
/// <param name="Google">How Google is reached; null when every calendar is kept in this database.</param>
public sealed record CalendarSettings(TimeSpan SyncInterval, GoogleSettings? Google)
{
    /// <summary>True for a dry run: Google's calendars are read, nothing is changed there.</summary>
    public bool DryRun => Google?.DryRun == true;

    private const int DefaultSeconds = 60;
    private const int LongestSeconds = 3600;

    /// <summary>Reads and checks all of it.</summary>
    /// <exception cref="ConfigurationException">A value is wrong; the sentence names the setting and never repeats a secret.</exception>
    public static CalendarSettings From(IConfiguration configuration) => new(
        TimeSpan.FromSeconds(Whole(configuration, "Calendar:SyncSeconds", DefaultSeconds, 1, LongestSeconds)),
        GoogleSettings.From(configuration));

    internal static bool Flag(IConfiguration configuration, string name) => configuration[name]?.Trim() switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new ConfigurationException($"{name} muss „true“ oder „false“ sein, steht aber auf „{text}“."),
    };

    internal static int Whole(IConfiguration configuration, string name, int standard, int least, int most)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new ConfigurationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} muss eine ganze Zahl von {least} bis {most} sein, steht aber auf „{text}“."));
    }
}
