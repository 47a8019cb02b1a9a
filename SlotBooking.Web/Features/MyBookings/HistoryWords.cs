using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.History;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>How an entry is shown.</summary>
/// <param name="Icon">Its icon.</param>
/// <param name="Name">What happened, in a few words.</param>
/// <param name="Style">The tone: good, bad, warn, brand or none.</param>
/// <param name="More">From where to where, why; null when there is no more to say.</param>
internal sealed record HistorySign(Glyph Icon, string Name, string Style, string? More = null);

/// <summary>Puts an appointment's history into words.</summary>
internal static class HistoryWords
{
    /// <summary>What happened.</summary>
    public static HistorySign Sign(this IStringLocalizer<Texts> t, HistoryEntry entry, DateOnly today) => entry.IsUndo
        ? t.Plain(entry.What, today) with { Icon = Glyph.Undo, Name = t["Rückgängig: {0}", t.Plain(entry.What, today).Name], Style = "" }
        : t.Plain(entry.What, today);

    /// <summary>"Anna Richter auf der Seite".</summary>
    public static string By(this IStringLocalizer<Texts> t, HistoryEntry entry) => (entry.From, entry.Who) switch
    {
        (HistorySource.Page, { } who) => t["{0} auf der Seite", who],
        (HistorySource.Page, _) => t["auf der Seite"],
        (HistorySource.Calendar, _) => t["im Kalender"],
        _ => t["von selbst nach dem Termin"],
    };

    private static HistorySign Plain(this IStringLocalizer<Texts> t, HistoryFact fact, DateOnly today) => fact switch
    {
        HistoryFact.Booked booked => new(Glyph.AddCircle, t["Gelegt"], "brand", When(booked.Slot, today)),
        HistoryFact.Moved moved => new(Glyph.EventRepeat, t.Moved(moved.Reason), "", $"{When(moved.Old, today)} → {When(moved.New, today)}"),
        HistoryFact.Confirmed { IsConfirmed: true } => new(Glyph.DoneAll, t["Vom Kunden bestätigt"], "brand"),
        HistoryFact.Confirmed => new(Glyph.RemoveDone, t["Nicht mehr bestätigt"], ""),
        HistoryFact.CallBack { On: null, Note: null } => new(Glyph.PhoneCallback, t["Rückruf geändert"], ""),
        HistoryFact.CallBack { On: { } day } call => new(Glyph.PhoneCallback, t["Rückruf am {0}", OfficeDates.WithMonth(day)], "", call.Note),
        HistoryFact.CallBack call => new(Glyph.PhoneCallback, t["Rückruf notiert"], "", call.Note),
        HistoryFact.Outcome outcome => t.Outcome(outcome),
        HistoryFact.Cancelled cancelled => new(Glyph.EventBusy, t["Termin abgesagt"], "warn", cancelled.Reason),
        HistoryFact.Restored => new(Glyph.EventAvailable, t["Steht wieder"], "brand"),
        HistoryFact.DeletedInCalendar => new(Glyph.EventBusy, t["Termin im Kalender gelöscht"], "bad"),
        HistoryFact.EditedInCalendar => new(Glyph.EditCalendar, t["Im Kalender verändert"], "warn", t["Zeit und Name wurden dort wieder so eingetragen, wie sie hier stehen."]),
        HistoryFact.FoundInCalendar { IsFirst: true } found => new(Glyph.EventNote, t["Im Kalender von Hand eingetragen"], "brand", When(found.Slot, today)),
        HistoryFact.FoundInCalendar found => new(Glyph.EditCalendar, t["Im Kalender von Hand geändert"], "", When(found.Slot, today)),
        HistoryFact.Announced => new(Glyph.EventNote, t["Vorab markiert"], "", t["Der Termin belegt seitdem mehr oder weniger Plätze."]),
        _ => new(Glyph.PersonRemove, t["Kundendaten gelöscht"], ""),
    };

    private static string Moved(this IStringLocalizer<Texts> t, MoveReason? reason) => reason switch
    {
        MoveReason.Customer => t["Verschoben, Wunsch des Kunden"],
        MoveReason.Us => t["Verschoben, wegen uns"],
        _ => t["Auf einen anderen Slot gelegt"],
    };

    private static HistorySign Outcome(this IStringLocalizer<Texts> t, HistoryFact.Outcome outcome)
    {
        var more = outcome.Old == BookingStatus.Open ? null : t["vorher {0}", t.Name(outcome.Old)].Value;
        var marks = EventMarks.Parse(outcome.Marks) switch
        {
            { Marker: not (TitleMarker.None or TitleMarker.Unknown) } => t["nach der Markierung im Titel"].Value,
            { ColorId: not null } => t["nach der Farbe"].Value,
            _ => null,
        };
        var stand = Stands.Of(outcome.New);
        return new(stand.Icon(), t["Ergebnis: {0}", t.Name(stand)], stand.Tone(), string.Join(", ", new[] { marks, more }.OfType<string>()) is { Length: > 0 } said ? said : null);
    }

    private static string When(Slot slot, DateOnly today) => OfficeDates.InList(slot.Day, slot.Start, today);
}
