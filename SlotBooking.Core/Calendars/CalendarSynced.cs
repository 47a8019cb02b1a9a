namespace SlotBooking.Core.Calendars;

/// <summary>What became of one calendar in a sync.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Error">Why not, in German; null when it was read.</param>
public sealed record CalendarSynced(CalendarRef Calendar, SyncOutcome Outcome, string? Error = null)
{
    /// <summary>How long the calendar asked to be left alone, if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
