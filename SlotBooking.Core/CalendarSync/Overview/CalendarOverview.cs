namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>How all calendars stand, and what still has to go to the central one.</summary>
/// <param name="Lines">The central calendar first, then the active consultants'.</param>
/// <param name="Waiting">Bookings whose event still has to be written; parked ones not among them.</param>
/// <param name="WaitingSince">Since when the oldest of them waits, UTC; null when none does.</param>
/// <param name="NextWriteAt">When the next of them is tried, UTC; null when none waits.</param>
/// <param name="Parked">Bookings whose event was refused for good, soonest appointment first, at most a hundred.</param>
/// <param name="ParkedCount">How many there are in all.</param>
/// <param name="WritesPausedUntil">Nothing is written before then, UTC; null when writing goes on.</param>
/// <param name="WritesPausedBecause">Why, in German.</param>
public sealed record CalendarOverview(
    IReadOnlyList<CalendarLine> Lines,
    int Waiting,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? NextWriteAt,
    IReadOnlyList<ParkedWrite> Parked,
    int ParkedCount,
    DateTimeOffset? WritesPausedUntil,
    string? WritesPausedBecause)
{
    /// <summary>True when Google is read and nothing is written there (<c>Calendar:DryRun</c>).</summary>
    public bool IsDryRun { get; init; }
}
