using SlotBooking.Core.Calendars;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>How one calendar stands, for admins.</summary>
public sealed record CalendarLine
{
    /// <summary>Which calendar.</summary>
    public required CalendarRef Calendar { get; init; }

    /// <summary>When it was last read, UTC; null for never.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>When it was last listed from the start, UTC; null for never.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>When the mirror was last held against the whole calendar, UTC; null for never.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>How many events the mirror had wrong then.</summary>
    public int ComparedFound { get; init; }

    /// <summary>Since when it cannot be read, UTC; null while it can.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What kind of trouble it is; null while there is none.</summary>
    public CalendarTrouble? Trouble { get; init; }

    /// <summary>Why it cannot be read, in German; null while it can.</summary>
    public string? LastError { get; init; }

    /// <summary>Not asked before then, UTC; null when it is asked with the next round.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Until when Google tells of changes by itself, UTC; null when it does not.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    /// <summary>How it stands in one word.</summary>
    public CalendarStanding Standing => (FailingSince, Trouble, KnownAt) switch
    {
        (not null, CalendarTrouble.TokenTrouble, _) => CalendarStanding.LockedOut,
        (not null, _, _) => CalendarStanding.Failing,
        (null, _, null) => CalendarStanding.NeverRead,
        _ => CalendarStanding.Fine,
    };
}
