namespace SlotBooking.Core.Calendars;

/// <summary>Lists the calendars that are read besides the central one.</summary>
public interface ICalendarSource
{
    /// <summary>The calendars in the order of lists, each under a key of its own.</summary>
    Task<IReadOnlyList<CalendarRef>> ReadAsync(CancellationToken cancellationToken);
}
