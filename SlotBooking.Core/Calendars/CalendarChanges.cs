namespace SlotBooking.Core.Calendars;

/// <summary>What a calendar told since a cursor: complete, or it would not be here.</summary>
/// <param name="Items">Events that are new or different, and ids of those that are gone.</param>
/// <param name="NextCursor">Where to go on.</param>
/// <param name="IsFull">True when <paramref name="Items"/> is all there is in the window: what is not among them is gone.</param>
public sealed record CalendarChanges(IReadOnlyList<CalendarItem> Items, string? NextCursor, bool IsFull)
{
    /// <summary>False when the calendar does not say that it shows us everything: then nothing follows from what is not among the items.</summary>
    public bool ShowsAll { get; init; } = true;
}
