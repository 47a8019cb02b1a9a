using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Customers;

/// <summary>How a risk is shown: never by colour alone.</summary>
internal readonly record struct Sign(Glyph Icon, string Name, string Style);

/// <summary>Puts customers into words.</summary>
internal static class CustomerWording
{
    private static readonly IReadOnlyDictionary<CustomerList, string> Codes = new Dictionary<CustomerList, string>
    {
        [CustomerList.All] = "all",
        [CustomerList.HighRisk] = "risk",
        [CustomerList.New] = "new",
        [CustomerList.Loyal] = "loyal",
        [CustomerList.Promising] = "promising",
    };

    /// <summary>The list's name in the address.</summary>
    public static string Code(this CustomerList list) => Codes[list];

    /// <summary>The list of a name in the address; everybody for an unknown one.</summary>
    public static CustomerList ListOf(string? code) => Codes.FirstOrDefault(pair => pair.Value == code).Key;

    public static string Name(this IStringLocalizer<Texts> t, CustomerList list) => list switch
    {
        CustomerList.HighRisk => t["hohes Risiko"],
        CustomerList.New => t["neu"],
        CustomerList.Loyal => t["treu"],
        CustomerList.Promising => t["Potenzial nach oben"],
        _ => t["alle"],
    };

    public static string Hint(this IStringLocalizer<Texts> t, CustomerList list) => list switch
    {
        CustomerList.HighRisk => t["Dreimal oder öfter nicht erschienen"],
        CustomerList.New => t["Höchstens zwei Termine"],
        CustomerList.Loyal => t["Mindestens drei Termine und zu 80 % erschienen"],
        CustomerList.Promising => t["Zu 40 bis 80 % erschienen"],
        _ => t["Alle mit einem Termin"],
    };

    public static Sign Sign(this IStringLocalizer<Texts> t, CustomerRisk risk) => risk switch
    {
        CustomerRisk.High => new(Glyph.Warning, t["hohes Risiko"], "bad"),
        CustomerRisk.Medium => new(Glyph.Error, t["mittleres Risiko"], "warn"),
        _ => new(Glyph.CheckCircle, t["geringes Risiko"], "good"),
    };

    public static string Sentence(this IStringLocalizer<Texts> t, CustomerAnswer.Denied denied, DateOnly today) => denied.Why switch
    {
        CustomerDenial.NotAllowed => t["Dein Konto darf das nicht."],
        CustomerDenial.NotFound => t["Diesen Kunden gibt es nicht mehr."],
        CustomerDenial.WithItself => t["Das ist derselbe Kunde. Wähle einen anderen."],
        CustomerDenial.MergedMeanwhile => t["Eines der beiden Profile ist inzwischen in einem anderen aufgegangen. Trenne zuerst dort."],
        CustomerDenial.OtherSurname => t["Das ist nicht der Nachname. Es wurde nichts gelöscht."],
        CustomerDenial.OpenAppointment when denied.Open is { } open =>
            t["Am {0} steht noch ein Termin. Sag ihn zuerst ab, dann lässt sich der Kunde löschen.", OfficeDates.InList(open.Slot.Day, open.Slot.Start, today)],
        CustomerDenial.NoText => t["Die Notiz ist leer."],
        CustomerDenial.TextTooLong => t["Höchstens {0} Zeichen.", CustomerNote.Limit],
        CustomerDenial.TextUnreadable => t["Hier stehen Zeichen, die niemand lesen kann."],
        _ => t["Das hat nicht geklappt."],
    };
}
