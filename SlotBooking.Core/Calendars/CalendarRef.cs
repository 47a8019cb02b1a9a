namespace SlotBooking.Core.Calendars;

/// <summary>One calendar the product deals with.</summary>
/// <param name="Key"><see cref="CalendarKeys.Central"/> or a consultant's key: under it the calendar is mirrored.</param>
/// <param name="Name">How people know it, for sentences and lists.</param>
/// <param name="GoogleId">Google's id of it, or null when it is kept in this database.</param>
public sealed record CalendarRef(string Key, string Name, string? GoogleId)
{
    /// <summary>The source of calendars that are kept in this database.</summary>
    public const string LocalSource = "local";

    /// <summary>True when the calendar is Google's.</summary>
    public bool IsGoogle => GoogleId is not null;

    /// <summary>What the mirror remembers, so that another source starts it anew.</summary>
    public string Source => GoogleId ?? LocalSource;
}
