namespace SlotBooking.Core.Calendars;

/// <summary>What is known of a booking's event before it is written.</summary>
/// <param name="ETag">The version after our last write; null when there was none, then it is tried to be made first.</param>
/// <param name="EventId">Its id when it is not made of booking and generation.</param>
/// <param name="IsCertain">False when this knowledge may be older than the calendar (a restored backup): then the calendar is asked for events of the booking first.</param>
public sealed record KnownEvent(string? ETag, string? EventId, bool IsCertain);
