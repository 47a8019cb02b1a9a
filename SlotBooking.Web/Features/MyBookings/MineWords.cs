using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Outcomes;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>Puts appointments and what can be done with them into words.</summary>
internal static class MineWords
{
    /// <summary>What a choice in the menu is called: what asks back has dots.</summary>
    public static string Choice(this IStringLocalizer<Texts> t, Stand stand, StandStep step) => (stand, step) switch
    {
        (_, StandStep.AskTime) => t["Verschieben …"],
        (_, StandStep.AskReason) => t["Absagen …"],
        (_, StandStep.EnterAgain) => t["Wieder eintragen"],
        _ => t.Title(stand),
    };

    /// <summary>What the calendar's marks say of an appointment that is still open: „im Kalender: abgesagt“; null when they say nothing.</summary>
    public static string? Announced(this IStringLocalizer<Texts> t, BookingView booking, OutcomeRules rules)
    {
        if (booking.Status != BookingStatus.Open || EventMarks.Parse(booking.CalendarReading) is not { } marks)
        {
            return null;
        }

        var reading = rules.Read(marks);
        var isPotential = marks.Marker == TitleMarker.None && reading.Outcome == BookingStatus.Completed; // its colour since it was booked
        return reading switch
        {
            { Unknown: not null } => t["im Kalender: unbekannt markiert"].Value,
            { Outcome: BookingStatus.Open } => null,
            _ => isPotential ? null : t["im Kalender: {0}", t.Name(Stands.Of(booking with { Status = reading.Outcome }))].Value,
        };
    }

    /// <summary>„Rückruf heute“, „Rückruf 15.6.“, „Rückruf fällig“; null without one.</summary>
    public static string? CallBack(this IStringLocalizer<Texts> t, BookingView booking, DateOnly today) => booking switch
    {
        { CallBackOn: { } day } when day < today => t["Rückruf fällig"].Value,
        { CallBackOn: { } day } when day == today => t["Rückruf heute"].Value,
        { CallBackOn: { } day } => t["Rückruf {0}", OfficeDates.InWeek(day)].Value,
        { CallBackNote: not null } => t["Rückruf"].Value,
        _ => null,
    };

    /// <summary>What a command did, in a few words.</summary>
    public static DeskAnswer Done(this IStringLocalizer<Texts> t, BookingCommand command, BookingView now, DateOnly today) => command switch
    {
        Cancel => new("cancelled", now.CustomerName, t["abgesagt, der Platz ist frei"]),
        Move => new("moved", now.CustomerName, t["verschoben auf {0}", t.When(now.Slot, today)]),
        NoteCallBack => new("noted", now.CustomerName, now.CallBack() ? t["Rückruf notiert"] : t["Rückruf gelöscht"]),
        Undo => new("undone", now.CustomerName, t["steht wieder auf {0}: {1}", t.Name(Stands.Of(now)), t.When(now.Slot, today)]),
        Restore => new("undone", now.CustomerName, t["steht wieder: {0}", t.When(now.Slot, today)]),
        _ => new("said", now.CustomerName, t["steht auf {0}", t.Name(Stands.Of(now))]),
    };

    /// <summary>Whether a call-back is noted.</summary>
    private static bool CallBack(this BookingView booking) => booking.CallBackOn is not null || booking.CallBackNote is not null;
}
