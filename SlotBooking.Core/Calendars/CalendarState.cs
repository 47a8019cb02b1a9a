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
