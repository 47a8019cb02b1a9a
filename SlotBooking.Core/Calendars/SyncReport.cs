namespace SlotBooking.Core.Calendars;

/// <summary>What became of all calendars that a sync was to read.</summary>
public sealed record SyncReport(IReadOnlyList<CalendarSynced> Calendars)
{
    /// <summary>False when a calendar could not be read: then no job may report success.</summary>
    public bool IsComplete => Calendars.All(c => c.Outcome != SyncOutcome.Failed);

    /// <summary>True when any mirror changed.</summary>
    public bool HasChanges => Calendars.Any(c => c.Outcome == SyncOutcome.Changed);
}
