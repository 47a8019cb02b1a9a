namespace SlotBooking.Core.Calendars;

/// <summary>Names the calendars that could not be read, and why.</summary>
internal static class UnreadCalendars
{
    private const int Named = 5;

    /// <summary>„Jonas: Google antwortet nicht. Clara: …“; after five only how many more.</summary>
    public static string Sentence(IReadOnlyCollection<CalendarSynced> unread)
    {
        var named = string.Join(' ', unread.Take(Named).Select(c => $"{c.Calendar.Name}: {c.Error}"));
        return unread.Count <= Named ? named : FormattableString.Invariant($"{named} Und {unread.Count - Named} weitere.");
    }
}
