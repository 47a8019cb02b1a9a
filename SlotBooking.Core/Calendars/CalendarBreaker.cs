namespace SlotBooking.Core.Calendars;

/// <summary>How long a calendar is left alone after failures in a row, so that a sick one is not hammered and costs the others nothing.</summary>
/// <remarks>After the pause one request tries alone; only when it succeeds do all go on.</remarks>
public static class CalendarBreaker
{
    /// <summary>With so many failures in a row the pause is no longer left to chance.</summary>
    public const int Tolerated = 5;

    /// <summary>The pause then, and at once where nothing but a person can help.</summary>
    public static readonly TimeSpan Open = Backoff.Cap;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>The pause; null when the failure says nothing about the calendar as a whole.</summary>
    /// <param name="failure">The last failure.</param>
    /// <param name="failures">Failures in a row with it: 1 for the first.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="usageLimitPause">How long nothing is written once the limit of changes is reached.</param>
    public static TimeSpan? PauseAfter(CalendarException failure, int failures, double chance, TimeSpan usageLimitPause) => failure.Trouble switch
    {
        CalendarTrouble.Refused or CalendarTrouble.Contested or CalendarTrouble.CursorGone => null,
        CalendarTrouble.UsageLimit => Longer(usageLimitPause, failure.RetryAfter),
        CalendarTrouble.TokenTrouble or CalendarTrouble.CalendarLost or CalendarTrouble.DryRun => Longer(Open, failure.RetryAfter),
        _ when failures >= Tolerated => Longer(Open, failure.RetryAfter),
        _ => Backoff.After(First, failures, chance, failure.RetryAfter),
    };

    private static TimeSpan Longer(TimeSpan pause, TimeSpan? asked) => asked > pause ? asked.Value : pause;
}
