namespace SlotBooking.Core.Calendars;

/// <summary>A calendar did not answer, or answered no. The message is a German sentence for admins, without personal data.</summary>
public sealed class CalendarException(CalendarTrouble trouble, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of trouble.</summary>
    public CalendarTrouble Trouble { get; } = trouble;

    /// <summary>How long the calendar asked to be left alone, if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the same request may succeed a moment later.</summary>
    public bool MayPass => Trouble is CalendarTrouble.Passing or CalendarTrouble.RateLimited;
}
