namespace SlotBooking.Core.Calendars;

/// <summary>What is known of one calendar's age.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="KnownAt">When it was last read, UTC; null for never.</param>
/// <param name="FailingSince">Since when it cannot be read, UTC; null while it can.</param>
/// <param name="LastError">Why not, in German.</param>
/// <param name="Trouble">What kind of failure it is; null while there is none.</param>
public sealed record CalendarKnowledge(
    CalendarRef Calendar, DateTimeOffset? KnownAt, DateTimeOffset? FailingSince, string? LastError, CalendarTrouble? Trouble = null)
{
    /// <summary>How old the knowledge is; null when there is none.</summary>
    public TimeSpan? Age(DateTimeOffset now) => KnownAt is { } known ? (now > known ? now - known : TimeSpan.Zero) : null;
}
