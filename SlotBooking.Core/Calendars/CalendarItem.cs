using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>One event as a calendar tells of it. Of a removed one often nothing but its id is known.</summary>
public sealed record CalendarItem
{
    /// <summary>The calendar's id of the event; of a recurring event each date has its own.</summary>
    public required string Id { get; init; }

    /// <summary>True when it is no longer there.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The booking named in the private property, if there is one.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>The title as people wrote it.</summary>
    public string Title { get; init; } = "";

    /// <summary>From when to when; all-day events go from midnight to midnight of the office. Without meaning when cancelled.</summary>
    public TimeRange Range { get; init; }

    /// <summary>Given in days, not in times.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Takes no time of its owner: shown as free, declined, or a mere place of work.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>The first of several dates of an event that repeats. Lists tell of the dates instead.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Google's colour id; null for the calendar's own colour.</summary>
    public string? ColorId { get; init; }

    /// <summary>The event's version.</summary>
    public string? ETag { get; init; }

    /// <summary>A number that rises with every change of the event; null when the calendar does not tell.</summary>
    public long? Version { get; init; }

    /// <summary>The name in the description's „Booked by“ line, if there is one.</summary>
    public string? BookedBy { get; init; }
}
