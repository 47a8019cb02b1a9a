using SlotBooking.Core.Calendars;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>What became of holding one calendar against the database.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="Events">How many events were read; null when it could not be read.</param>
/// <param name="Differences">What does not agree, by time.</param>
/// <param name="Waiting">Bookings that were left out because their event is still to be written.</param>
/// <param name="Coming">Events that changed since the last sync and come with the next.</param>
/// <param name="Error">Why it could not be read, in German.</param>
public sealed record CalendarChecked(
    CalendarRef Calendar, int? Events, IReadOnlyList<CalendarDifference> Differences, int Waiting, int Coming, string? Error);
