using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared;

/// <summary>Puts the answers of booking into words: what happened, then what to do.</summary>
internal static class BookingWords
{
    /// <summary>"heute 16:00" or "Mi 3. Juni, 14:00".</summary>
    public static string When(this IStringLocalizer<Texts> t, Slot slot, DateOnly today) => slot.Day == today
        ? t["heute {0}", OfficeDates.Clock(slot.Start)]
        : OfficeDates.InList(slot.Day, slot.Start, today);

    /// <summary>"heute 14:05" or "Mi 3. Juni, 14:05", for what happened.</summary>
    public static string Moment(this IStringLocalizer<Texts> t, OfficeClock clock, DateTimeOffset at)
    {
        var (day, time) = clock.WallClock(at);
        return t.When(new Slot(day, time), clock.Today);
    }

    /// <summary>How much is left of a slot, in two words.</summary>
    public static string Left(this IStringLocalizer<Texts> t, SlotRow row) => row.State switch
    {
        SlotState.Free or SlotState.Few => t["{0} frei", row.Free],
        SlotState.Full => t["voll"],
        SlotState.Overbooked => t["{0} zu viel", row.Taken - row.Capacity],
        SlotState.Past => t["vorbei"],
        SlotState.Blocked => t["gesperrt"],
        _ => t["zu"],
    };

    public static string Name(this IStringLocalizer<Texts> t, Potential potential) => potential switch
    {
        Potential.Top => t["Top"],
        Potential.Closer => t["Closer"],
        Potential.WinBack => t["Rückholung"],
        _ => t["Normal"],
    };

    public static string Sentence(this IStringLocalizer<Texts> t, CommandAnswer.Refused refused)
    {
        var time = OfficeDates.Clock(refused.Slot.Start);
        return refused.Why switch
        {
            Refusal.Past => t["{0} hat schon begonnen.", time],
            Refusal.Full => t["{0} ist gerade voll geworden.", time],
            Refusal.Blocked when refused.Detail is { } detail => t["{0} ist gesperrt: {1}.", time, detail],
            Refusal.Blocked => t["{0} ist gesperrt.", time],
            Refusal.BeyondHorizon => t["So weit im Voraus kann noch nicht gebucht werden."],
            Refusal.NotInGrid => t["Um {0} gibt es keinen Termin.", time],
            _ => t["Um {0} ist niemand bereit.", time],
        };
    }

    public static string Sentence(this IStringLocalizer<Texts> t, Denial denial) => denial switch
    {
        Denial.NotAllowed => t["Dein Konto darf das nicht."],
        Denial.NotFound => t["Diesen Termin gibt es nicht mehr."],
        Denial.NotYours => t["Diesen Termin hat jemand anderes gelegt."],
        Denial.NotOpen => t["Dieser Termin steht nicht mehr."],
        Denial.SameSlot => t["Der Termin steht schon dort."],
        Denial.TooEarly => t["Das lässt sich erst sagen, wenn der Termin begonnen hat."],
        Denial.ByHand => t["Dieser Termin wurde von Hand eingetragen: Ändere ihn bitte im Kalender."],
        Denial.CannotUndo => t["Das lässt sich nicht mehr zurücknehmen."],
        _ => t["Diese Eingabe kam schon einmal an. Drück noch einmal Enter."],
    };

    public static string Sentence(this IStringLocalizer<Texts> t, FieldError error) => error switch
    {
        { Problem: FieldProblem.Missing, Field: "lastName" } => t["Der Nachname fehlt."],
        { Problem: FieldProblem.Missing, Field: "firstName" } => t["Der Vorname fehlt."],
        { Problem: FieldProblem.Missing, Field: "reason" } => t["Der Grund fehlt."],
        { Problem: FieldProblem.Missing } => t["Hier fehlt noch etwas."],
        { Problem: FieldProblem.TooLong, Limit: { } limit } => t["Höchstens {0} Zeichen.", limit],
        { Problem: FieldProblem.TooLong } => t["Das ist zu lang."],
        { Problem: FieldProblem.Unreadable } => t["Hier stehen Zeichen, die niemand lesen kann."],
        { Problem: FieldProblem.NotAPhoneNumber } => t["Diese Nummer lässt sich nicht wählen."],
        { Problem: FieldProblem.NotAnEmail } => t["Das ist noch keine E-Mail-Adresse."],
        _ => t["Das ist keine der Möglichkeiten."],
    };

    /// <summary>For what went wrong without anybody's doing; nothing was changed, or the same command may be sent again.</summary>
    public static DeskAnswer Failed(this IStringLocalizer<Texts> t, string errorId) =>
        new("failed", t["Das hat nicht geklappt."], t["Es wurde nichts geändert. Versuch es noch einmal. Fehler {0}.", errorId]);

    /// <summary>The desk's answer to what was not done; null when it was done or is said elsewhere.</summary>
    public static DeskAnswer? Refusing(this IStringLocalizer<Texts> t, CommandAnswer answer) => answer switch
    {
        CommandAnswer.Refused refused => new("refused", t.Sentence(refused), refused.Nearest.Count > 0 ? t["Frei sind:"] : "")
        {
            Reason = refused.Why.Code(),
            Instead = refused.Nearest,
        },
        CommandAnswer.Denied denied => new("refused", t.Sentence(denied.Why), "") { Reason = "denied" },
        _ => null,
    };
}
