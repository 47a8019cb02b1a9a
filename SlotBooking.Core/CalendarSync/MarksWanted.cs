using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Outcomes;

namespace SlotBooking.Core.CalendarSync;

/// <summary>The marks that an outcome decided in the product asks of its event.</summary>
/// <param name="Outcome">What was decided; <see cref="BookingStatus.Open"/> takes marks away.</param>
/// <param name="Before">The event's marks that were known then, as kept on the booking: others are newer, and people's.</param>
/// <param name="Potential">The colour of the customer's potential.</param>
/// <param name="IsDue">Whether the appointment is over: then an open one has to say so.</param>
/// <param name="Rules">How marks are read and written.</param>
public sealed record MarksWanted(BookingStatus Outcome, string? Before, string Potential, bool IsDue, OutcomeRules Rules) : IEventMarks
{
    /// <summary>What a booking asks for as it stands; null unless its outcome was decided in the product.</summary>
    public static MarksWanted? Of(Booking booking, OutcomeRules rules, DateTimeOffset now) => booking.DecidedFrom == OutcomeSource.Page
        ? new(
            booking.Status,
            booking.CalendarReading,
            ((int)booking.Potential).ToString(CultureInfo.InvariantCulture),
            booking.EndsAt + rules.Grace <= now,
            rules)
        : null;

    /// <summary>Whether an event with this title and colour says what was decided.</summary>
    public bool AreOn(string title, string? colorId, string name)
    {
        var marks = EventMarks.Of(title, colorId, Rules.Words, name);
        return Outcome == BookingStatus.Open && !IsDue
            ? marks is { Marker: TitleMarker.None or TitleMarker.Unknown or TitleMarker.Reserved, Places: 1 }
            : Rules.Read(marks).Outcome == Outcome;
    }

    /// <inheritdoc />
    public (string Title, string? ColorId) On(string title, string? colorId, string name)
    {
        var stands = Rules.Read(EventMarks.Of(title, colorId, Rules.Words, name));
        var known = Rules.Read(EventMarks.Parse(Before) ?? new EventMarks(TitleMarker.None, Potential));
        if (stands.Outcome != known.Outcome || (stands.Outcome == Outcome && (Outcome != BookingStatus.Open || IsDue)))
        {
            return (title, colorId);
        }

        var color = Colour(colorId);
        var bare = Strip(title, name);
        return Outcome == BookingStatus.Open && !IsDue
            ? (bare, color)
            : ($"{bare} {Rules.Words.Written(Marker)}".TrimEnd(), color);
    }

    private TitleMarker Marker => Outcome switch
    {
        BookingStatus.Completed => TitleMarker.Completed,
        BookingStatus.NoShow => TitleMarker.NoShow,
        BookingStatus.Ghost => TitleMarker.Ghost,
        BookingStatus.Rescheduled => TitleMarker.Rescheduled,
        BookingStatus.Cancelled => TitleMarker.Cancelled,
        BookingStatus.Overhang => TitleMarker.Overhang,
        BookingStatus.Exit => TitleMarker.Exit,
        _ => TitleMarker.Reserved,
    };

    private string? Colour(string? stands) => Outcome switch
    {
        BookingStatus.NoShow or BookingStatus.Ghost => "11",
        BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit => "6",
        BookingStatus.Overhang => "8",
        _ => stands is not null && Rules.Read(new EventMarks(TitleMarker.None, stands)) is { Outcome: BookingStatus.Completed } ? stands : Potential,
    };

    /// <summary>Known markers go; the name and what else people wrote stay.</summary>
    private string Strip(string title, string name)
    {
        var own = title.StartsWith(name, StringComparison.Ordinal) ? name : "";
        return (own + WithoutMarkers(title[own.Length..])).TrimEnd();
    }

    private string WithoutMarkers(string text)
    {
        var bare = MarkerParser.NameOf(text, Rules.Words);
        return bare.Length == 0 ? "" : text[..(text.IndexOf(bare, StringComparison.Ordinal) + bare.Length)];
    }
}
