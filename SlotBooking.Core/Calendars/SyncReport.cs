namespace SlotBooking.Core.Calendars;

/// <summary>How reading one calendar went.</summary>
public enum SyncOutcome
{
    /// <summary>Read; nothing had changed.</summary>
    Unchanged,

    /// <summary>Read; the mirror is different now.</summary>
    Changed,

    /// <summary>Somebody else read it meanwhile; what was read here was dropped.</summary>
    Overtaken,

    /// <summary>Not read; what was known stays, and ages.</summary>
    Failed,
}

/// <summary>What became of one calendar in a sync.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Error">Why not, in German; null when it was read.</param>
public sealed record CalendarSynced(CalendarRef Calendar, SyncOutcome Outcome, string? Error = null)
{
    /// <summary>How long the calendar asked to be left alone, if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What became of all calendars that a sync was to read.</summary>
public sealed record SyncReport(IReadOnlyList<CalendarSynced> Calendars)
{
    /// <summary>False when a calendar could not be read: then no job may report success.</summary>
    public bool IsComplete => Calendars.All(c => c.Outcome != SyncOutcome.Failed);

    /// <summary>True when any mirror changed.</summary>
    public bool HasChanges => Calendars.Any(c => c.Outcome == SyncOutcome.Changed);
}
