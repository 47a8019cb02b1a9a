using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Writes a person's appointments as a calendar that other programs read. Pure: nothing but a change of an appointment changes the text.</summary>
public static class FeedText
{
    /// <summary>The whole calendar.</summary>
    /// <param name="title">What programs call it.</param>
    /// <param name="items">The appointments, in the order in which they are written.</param>
    /// <param name="words">The words for outcomes.</param>
    public static string Write(string title, IEnumerable<FeedItem> items, MarkerWords words)
    {
        var text = new IcsText()
            .Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", "-//SlotBooking//Meine Buchungen//DE").Add("CALSCALE", "GREGORIAN")
            .AddText("X-WR-CALNAME", title).Add("REFRESH-INTERVAL;VALUE=DURATION", "PT15M").Add("X-PUBLISHED-TTL", "PT15M");

        // A calendar must have something in it, also that of somebody who has no appointment yet.
        text.Add("BEGIN", "VTIMEZONE").Add("TZID", "Etc/UTC").Add("BEGIN", "STANDARD").Add("DTSTART", "19700101T000000")
            .Add("TZOFFSETFROM", "+0000").Add("TZOFFSETTO", "+0000").Add("TZNAME", "UTC").Add("END", "STANDARD").Add("END", "VTIMEZONE");
        foreach (var item in items)
        {
            Write(text, item, words);
        }

        return text.Add("END", "VCALENDAR").ToString();
    }

    private static void Write(IcsText text, FeedItem item, MarkerWords words)
    {
        var changed = item.ChangedAt > item.BookedAt ? item.ChangedAt : item.BookedAt;
        text.Add("BEGIN", "VEVENT").Add("UID", item.BookingId.ToString()).Add("DTSTAMP", changed)
            .Add("CREATED", item.BookedAt).Add("LAST-MODIFIED", changed).Add("SEQUENCE", item.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("DTSTART", item.StartsAt).Add("DTEND", item.EndsAt)
            .AddText("SUMMARY", words.Written(Marker(item.Status)) is { } marker ? $"{item.Name} {marker}" : item.Name)
            .Add("STATUS", StatusOf(item)).Add("TRANSP", "TRANSPARENT").Add("CLASS", "PRIVATE"); // the consultant is taken, not the agent
        if (item.Phone is { } phone)
        {
            text.AddText("DESCRIPTION", $"Telefon: {phone}");
        }

        text.Add("END", "VEVENT");
    }

    private static string StatusOf(FeedItem item) => item switch
    {
        { Status: BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit } => "CANCELLED",
        { Status: BookingStatus.Open, IsConfirmed: false } => "TENTATIVE",
        _ => "CONFIRMED",
    };

    private static TitleMarker Marker(BookingStatus status) => status switch
    {
        BookingStatus.Cancelled => TitleMarker.Cancelled,
        BookingStatus.Rescheduled => TitleMarker.Rescheduled,
        BookingStatus.Exit => TitleMarker.Exit,
        BookingStatus.Completed => TitleMarker.Completed,
        BookingStatus.NoShow => TitleMarker.NoShow,
        BookingStatus.Ghost => TitleMarker.Ghost,
        BookingStatus.Overhang => TitleMarker.Overhang,
        _ => TitleMarker.None,
    };
}
