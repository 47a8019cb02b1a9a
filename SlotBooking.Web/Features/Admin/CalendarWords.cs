using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Admin;

/// <summary>The German words for how calendars stand; they are the keys of the English ones.</summary>
internal static class CalendarWords
{
    /// <summary>A few words for a table.</summary>
    public static string Of(CalendarStanding standing) => standing switch
    {
        CalendarStanding.Fine => "antwortet",
        CalendarStanding.NeverRead => "noch nie gelesen",
        CalendarStanding.LockedOut => "lässt uns nicht herein",
        _ => "antwortet nicht",
    };

    /// <summary>The icon that says the same.</summary>
    public static Glyph IconOf(CalendarStanding standing) => standing switch
    {
        CalendarStanding.Fine => Glyph.CheckCircleFilled,
        CalendarStanding.NeverRead => Glyph.ScheduleFilled,
        CalendarStanding.LockedOut => Glyph.Block,
        _ => Glyph.SyncProblem,
    };

    /// <summary>What does not agree.</summary>
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.EventMissing => "Die Buchung steht, im Kalender fehlt der Termin.",
        DifferenceKind.OtherTime => "Der Termin steht im Kalender zu einer anderen Zeit.",
        DifferenceKind.OtherName => "Der Termin trägt im Kalender einen anderen Namen.",
        DifferenceKind.Twice => "Die Buchung steht im Kalender mehrfach.",
        DifferenceKind.Copied => "Die Buchung steht im Kalender noch einmal, von Hand kopiert. Die Kopie nimmt keinen Platz.",
        DifferenceKind.EventStands => "Die Buchung ist abgesagt, der Termin steht noch im Kalender.",
        DifferenceKind.BookingMissing => "Der Termin nennt eine Buchung, die es nicht gibt.",
        DifferenceKind.NotMirrored => "Der Termin ist hier noch nicht bekannt.",
        DifferenceKind.MirrorOnly => "Der Termin ist nur noch hier bekannt, im Kalender nicht mehr.",
        _ => "Der Termin hat sich im Kalender geändert, hier noch nicht.",
    };
}
