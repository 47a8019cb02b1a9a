using System.Globalization;

namespace SlotBooking.Tests.Processes;

/// <summary>Scales how long tests wait for a condition by the environment variable <c>TEST_PATIENCE</c>, which is 1 if not set.</summary>
/// <remarks>A deadline only bounds a failure. It costs nothing while tests pass, so a slow machine may raise it freely.</remarks>
public static class Deadline
{
    /// <summary>Gets the factor.</summary>
    public static double Factor { get; } = FactorOf(Environment.GetEnvironmentVariable("TEST_PATIENCE"));

    /// <summary>Gets the deadline of a wait that names none.</summary>
    public static TimeSpan Default { get; } = OfSeconds(30);

    /// <summary>Returns the seconds, scaled.</summary>
    public static TimeSpan OfSeconds(double seconds) => TimeSpan.FromSeconds(seconds * Factor);

    /// <summary>Returns the seconds, scaled, in milliseconds as the browser's driver counts.</summary>
    public static float Milliseconds(double seconds) => (float)OfSeconds(seconds).TotalMilliseconds;

    /// <summary>Reads the factor; nothing given is 1.</summary>
    /// <exception cref="FormatException">The text is no number from 0.1 to 100.</exception>
    internal static double FactorOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 1;
        }

        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor);
        return isNumber && factor is >= 0.1 and <= 100
            ? factor
            : throw new FormatException($"TEST_PATIENCE is \"{text}\"; it takes a number from 0.1 to 100, such as 3.");
    }
}
