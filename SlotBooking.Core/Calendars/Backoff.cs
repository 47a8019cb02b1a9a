namespace SlotBooking.Core.Calendars;

/// <summary>How long to wait before the next try: anything from nothing to a bound that doubles, so that callers do not come back in step.</summary>
public static class Backoff
{
    /// <summary>The bound never exceeds this.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromSeconds(64);

    /// <summary>The pause after so many failures in a row.</summary>
    /// <param name="first">The bound after the first failure.</param>
    /// <param name="failures">1 after the first.</param>
    /// <param name="chance">From 0 to 1: where between nothing and the bound.</param>
    /// <param name="retryAfter">What the other side asked for; never less than this.</param>
    public static TimeSpan After(TimeSpan first, int failures, double chance, TimeSpan? retryAfter = null)
    {
        var bound = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30)), Cap.TotalSeconds);
        var pause = TimeSpan.FromSeconds(bound * Math.Clamp(chance, 0, 1));
        return retryAfter > pause ? retryAfter.Value : pause;
    }
}
