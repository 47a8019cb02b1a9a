namespace SlotBooking.Core.Calendars.Push;

/// <summary>A channel through which Google says that a calendar changed. The row is there before Google is asked, for the first push may be faster than the answer.</summary>
public sealed class CalendarChannel
{
    /// <summary>Random; every push names it.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Whose changes it tells.</summary>
    public required string CalendarKey { get; init; }

    /// <summary>Google's id of that calendar.</summary>
    public required string Source { get; init; }

    /// <summary>Where it pushes to; a channel to another address is replaced.</summary>
    public required string Address { get; init; }

    /// <summary>SHA-256 of the token that every push carries, in hexadecimal digits. The token itself is not kept.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Google's name of what is watched, needed to stop it; null until Google has answered.</summary>
    public string? ResourceId { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Until when it pushes, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
