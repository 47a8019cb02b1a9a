namespace SlotBooking.Core.Calendars;

/// <summary>The result of bringing one calendar's mirror up to date.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Touched">The ids of all events that were added, changed or removed.</param>
/// <param name="Present">Those of them that are there now.</param>
/// <param name="Unlisted">The ids of events that the mirror held and a whole list lacks.</param>
/// <param name="StartsAnew">True when another calendar than before is read: nothing follows from what it lacks.</param>
/// <param name="SourceSince">Since when this very calendar is read, UTC.</param>
public sealed record MirrorChange(
    CalendarRef Calendar,
    IReadOnlyCollection<string> Touched,
    IReadOnlyList<MirroredEvent> Present,
    IReadOnlyList<string> Unlisted,
    bool StartsAnew,
    DateTimeOffset SourceSince);
