namespace SlotBooking.Core.Markers;

/// <summary>What people put on an event to say how its appointment went: the last marker of the title, and the colour.</summary>
/// <param name="Marker">The marker; <see cref="TitleMarker.Unknown"/> for brackets at the end with a word that is not in the table.</param>
/// <param name="ColorId">Google's colour id; null for the calendar's own colour.</param>
public sealed record EventMarks(TitleMarker Marker, string? ColorId)
{
    private const int Longest = 20;

    /// <summary>The brackets that mean nothing, as they stand in the title; null when there are none. Not kept: people write names into brackets.</summary>
    public string? UnknownBrackets { get; init; }

    /// <summary>How many places the event's appointment takes while it is open: 0, 1 or 2.</summary>
    public int Places => MarkerPlaces.Of(Marker, ColorId);

    /// <summary>Reads an event's title and colour.</summary>
    /// <param name="title">The title.</param>
    /// <param name="colorId">The colour.</param>
    /// <param name="words">The table of markers.</param>
    /// <param name="name">The appointment's own name, if it is known: brackets that belong to it are no marker.</param>
    public static EventMarks Of(string? title, string? colorId, MarkerWords words, string? name = null)
    {
        title = (title ?? "").Trim();
        if (name is not null && title.StartsWith(name.Trim(), StringComparison.Ordinal))
        {
            title = title[name.Trim().Length..];
        }

        var (_, marker, brackets) = MarkerParser.SplitLast(title, words);
        return new EventMarks(marker, colorId) { UnknownBrackets = marker == TitleMarker.Unknown ? brackets : null };
    }

    /// <summary>Marker and colour in one word, for the database: „Completed/2“, „None/“.</summary>
    public string Write() => $"{Marker}/{ColorId}" is var text && text.Length <= Longest ? text : text[..Longest];

    /// <summary>Reads what <see cref="Write"/> wrote; null for null and for anything else.</summary>
    public static EventMarks? Parse(string? text) =>
        text?.Split('/', 2) is [var marker, var color] && Enum.TryParse<TitleMarker>(marker, out var known)
            ? new EventMarks(known, color.Length == 0 ? null : color)
            : null;
}
