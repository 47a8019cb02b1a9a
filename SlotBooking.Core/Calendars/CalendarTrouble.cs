namespace SlotBooking.Core.Calendars;

/// <summary>Why a calendar did not do what it was asked. Closed: whoever handles it handles all.</summary>
public enum CalendarTrouble
{
    /// <summary>Will pass by itself: an outage, a time-out, a broken answer.</summary>
    Passing,

    /// <summary>Too many requests; see <see cref="CalendarException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>Will be refused again: a malformed request, a rule of the domain, no right to this one event.</summary>
    Refused,

    /// <summary>The service account is not let in: revoked key, wrong clock, no account.</summary>
    TokenTrouble,

    /// <summary>The cursor is too old: the calendar has to be listed from the start.</summary>
    CursorGone,

    /// <summary>The calendar is not there, or no longer shared as it must be. It proves nothing about its events.</summary>
    CalendarLost,

    /// <summary>Google takes no more changes for hours; reading goes on.</summary>
    UsageLimit,

    /// <summary>People change this one event all the time; the others go on.</summary>
    Contested,

    /// <summary>Only reading is allowed (<c>Calendar:DryRun</c>); nothing was sent.</summary>
    DryRun,
}
