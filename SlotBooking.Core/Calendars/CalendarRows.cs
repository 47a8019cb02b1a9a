namespace SlotBooking.Core.Calendars;

/// <summary>What is known of a calendar: its place in the sync and how old the knowledge is.</summary>
public sealed class CalendarState
{
    /// <summary><see cref="CalendarKeys.Central"/> or a consultant's key.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>Where the next incremental read goes on; null means from the start.</summary>
    public string? Cursor { get; set; }

    /// <summary>When it was last read completely and without error, UTC; null means never.</summary>
    public DateTimeOffset? KnownAt { get; set; }

    /// <summary>When it was last tried, UTC.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When its events were last listed from the start, UTC: once a day, because a cursor's window does not move on.</summary>
    public DateTimeOffset? FullAt { get; set; }

    /// <summary>When the present row of failures began, UTC; null after a success.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Failures in a row; 0 after a success.</summary>
    public int Failures { get; set; }

    /// <summary>What the last failure was, in German, for admins; null after a success.</summary>
    public string? LastError { get; set; }

    /// <summary>Which calendar was mirrored (Google's id or „local“): another one starts the mirror anew.</summary>
    public string? Source { get; set; }

    /// <summary>Since when it is this very calendar, UTC: what was written before may stand in another one. 1970 for the first there was.</summary>
    public DateTimeOffset? SourceSince { get; set; }

    /// <summary>When the mirror was last held against the whole calendar, UTC: once a day.</summary>
    public DateTimeOffset? ComparedAt { get; set; }

    /// <summary>How many events the mirror had wrong then; 0 while nothing got lost on the way.</summary>
    public int ComparedFound { get; set; }

    /// <summary>Until when one process has the turn to see after this calendar's push channel, UTC.</summary>
    public DateTimeOffset? ChannelTurnUntil { get; set; }

    /// <summary>What kind the last failure was; null after a success.</summary>
    public CalendarTrouble? Trouble { get; set; }

    /// <summary>Left alone until then, UTC, because it asked for it or failed too often; null means it may be asked. Every process keeps to it.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Read but not written until then, UTC; null means it may be written.</summary>
    public DateTimeOffset? WritesPausedUntil { get; set; }

    /// <summary>Why it is not written, in German; null means it may be written.</summary>
    public string? WritesPausedBecause { get; set; }
}

/// <summary>The keys under which calendars are mirrored.</summary>
public static class CalendarKeys
{
    /// <summary>The one calendar with every customer appointment.</summary>
    public const string Central = "central";

    private const string ConsultantPrefix = "consultant:";

    /// <summary>The key of this consultant's calendar.</summary>
    public static string Of(Guid consultantId) => $"{ConsultantPrefix}{consultantId:N}";

    /// <summary>The consultant whose calendar has this key; null for the central one.</summary>
    public static Guid? ConsultantOf(string calendarKey) =>
        calendarKey.StartsWith(ConsultantPrefix, StringComparison.Ordinal) && Guid.TryParseExact(calendarKey[ConsultantPrefix.Length..], "N", out var id)
            ? id
            : null;
}

/// <summary>One event of a calendar as it was last read. Deleted and cancelled events are not kept.</summary>
public sealed class MirroredEvent
{
    /// <summary>Which calendar.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>The calendar's own id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Our booking, when the event is one of ours (from its private property).</summary>
    public Guid? BookingId { get; set; }

    /// <summary>The title as people wrote it.</summary>
    public required string Title { get; set; }

    /// <summary>Start, UTC; for all-day events midnight of the office.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>All-day events block nothing.</summary>
    public bool IsAllDay { get; set; }

    /// <summary>Shown as free: blocks nothing.</summary>
    public bool IsTransparent { get; set; }

    /// <summary>Google's colour id, null for the calendar's own colour.</summary>
    public string? ColorId { get; set; }

    /// <summary>The version for conditional writes.</summary>
    public string? ETag { get; set; }

    /// <summary>A number that rises with every change of the event; null when it was read by an older version of the product.</summary>
    public long? Version { get; set; }

    /// <summary>The name in the description's „Booked by“ line, if there is one.</summary>
    public string? BookedBy { get; set; }
}

/// <summary>The places that one hand-made event of the central calendar takes on one day; an event over midnight has a row for each day.</summary>
public sealed class CentralTaking
{
    /// <summary>The event in the central calendar.</summary>
    public required string EventId { get; init; }

    /// <summary>The office's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Start of the event, UTC.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End of the event, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>1, or 2 for an overhang.</summary>
    public int Places { get; set; }
}

/// <summary>An event of a calendar that is kept in this database (no Google). Removed ones stay as cancelled, so that readers hear of it.</summary>
public sealed class LocalEvent
{
    /// <summary>Which calendar.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>Made by whoever puts it, like Google's.</summary>
    public required string EventId { get; init; }

    /// <summary>Rises with every change in any local calendar: the sync's cursor.</summary>
    public long Revision { get; set; }

    /// <summary>Our booking, for events of ours.</summary>
    public Guid? BookingId { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>The description, if any.</summary>
    public string? Description { get; set; }

    /// <summary>Start, UTC.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>End, UTC, excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Google's colour ids are used here too.</summary>
    public string? ColorId { get; set; }

    /// <summary>True when it was removed.</summary>
    public bool IsCancelled { get; set; }
}

/// <summary>That a booking's event has to be brought in line with the booking: level, not edge, so that any number of changes needs one write.</summary>
public sealed class CalendarWrite
{
    /// <summary>The booking.</summary>
    public Guid BookingId { get; init; }

    /// <summary>Rises with every event of the log that asks for it; at least that event's number.</summary>
    public long Wanted { get; set; }

    /// <summary>The <see cref="Wanted"/> for which the calendar is right; waiting while smaller.</summary>
    public long Done { get; set; }

    /// <summary>Failed tries since the last success.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this instant, UTC.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>Set when trying again is pointless: a German sentence for admins.</summary>
    public string? ParkedBecause { get; set; }

    /// <summary>The last failure in German; null after a success.</summary>
    public string? LastError { get; set; }

    /// <summary>The event's version after our last write, for conditional changes.</summary>
    public string? ETag { get; set; }

    /// <summary>The event's <see cref="MirroredEvent.Version"/> after our last write: what the mirror still shows of before says nothing new.</summary>
    public long? Version { get; set; }

    /// <summary>The event's id when it is not made of the booking's: found again in a calendar that was copied.</summary>
    public string? EventId { get; set; }
}
