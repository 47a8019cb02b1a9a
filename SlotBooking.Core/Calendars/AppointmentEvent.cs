using SlotBooking.Core.Markers;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>The event that the central calendar should hold for a booking.</summary>
public sealed record AppointmentEvent
{
    private const string BookedByLine = "[Booked by:";
    private const int LongestName = 100;

    /// <summary>The booking.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>How many ids were used up before; see <see cref="AppointmentEventId"/>.</summary>
    public int Generation { get; init; }

    /// <summary>The title without markers: „Nachname, Vorname“.</summary>
    public required string Name { get; init; }

    /// <summary>The note, then a line that says who booked.</summary>
    public required string Description { get; init; }

    /// <summary>When.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>The colour it is born with.</summary>
    public required string ColorId { get; init; }

    /// <summary>The marks of an outcome that was decided in the product; null when marks are left to people.</summary>
    public IEventMarks? Marks { get; init; }

    /// <summary>Title and colour for an event that has these now; null for one that is born.</summary>
    public (string Title, string? ColorId) Looks(string? title, string? colorId)
    {
        var named = AppointmentTitle.Merge(title, Name);
        var color = title is null ? ColorId : colorId;
        return Marks?.On(named, color, Name) ?? (named, color);
    }

    /// <summary>Title and colour for an event whose customer was erased.</summary>
    public (string Title, string? ColorId) LooksErased(string title, string? colorId, MarkerWords words)
    {
        var named = AppointmentTitle.Erase(title, Name, words);
        return Marks?.On(named, colorId, Name) ?? (named, colorId);
    }

    /// <summary>The name in a description's „Booked by“ line; the last one counts. Null when there is none that can be read.</summary>
    public static string? BookedBy(string? description)
    {
        var start = description?.LastIndexOf(BookedByLine, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var rest = description![(start + BookedByLine.Length)..];
        var end = rest.IndexOf(']', StringComparison.Ordinal);
        var name = end < 0 ? "" : rest[..end].Trim();
        return name.Length is 0 or > LongestName ? null : name;
    }

    /// <summary>Formats the description of an event: the note, if any, then the line that names who booked.</summary>
    public static string Describe(string? note, string agent) => string.IsNullOrWhiteSpace(note)
        ? $"{BookedByLine} {agent}]"
        : $"{note.Trim()}\n\n{BookedByLine} {agent}]";
}
