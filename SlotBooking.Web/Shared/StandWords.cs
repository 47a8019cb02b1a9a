using System.Globalization;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared;

/// <summary>Where an appointment stands, in words, icon and tone: the same wherever it is shown, and never by colour alone.</summary>
internal static class StandWords
{
    /// <summary>A title: „Offen“, „Nicht erschienen“.</summary>
    public static string Title(this IStringLocalizer<Texts> t, Stand stand) => Capital(t.Name(stand));

    /// <summary>In a sentence: „offen“, „nicht erschienen“.</summary>
    public static string Name(this IStringLocalizer<Texts> t, Stand stand) => stand switch
    {
        Stand.Open => t["offen"],
        Stand.Confirmed => t["bestätigt"],
        Stand.Completed => t["erschienen"],
        Stand.Rescheduled => t["verschoben"],
        Stand.Cancelled => t["abgesagt"],
        Stand.NoShow => t["nicht erschienen"],
        Stand.Ghost => t["Ghost"],
        Stand.Overhang => t["Überhang"],
        _ => t["Exit"],
    };

    /// <summary>In a sentence, when nothing is known of a confirmation.</summary>
    public static string Name(this IStringLocalizer<Texts> t, BookingStatus status) => t.Name(Stands.Of(status));

    /// <summary>Gets the icon of a stand.</summary>
    public static Glyph Icon(this Stand stand) => stand switch
    {
        Stand.Open => Glyph.RadioButtonUnchecked,
        Stand.Confirmed => Glyph.DoneAll,
        Stand.Completed => Glyph.CheckCircle,
        Stand.Rescheduled => Glyph.EventRepeat,
        Stand.Cancelled => Glyph.EventBusy,
        Stand.NoShow => Glyph.PersonOff,
        Stand.Ghost => Glyph.PhoneMissed,
        Stand.Overhang => Glyph.MoveUp,
        _ => Glyph.Logout,
    };

    /// <summary>Its tone: good, bad, warn, brand or none.</summary>
    public static string Tone(this Stand stand) => stand switch
    {
        Stand.Confirmed => "brand",
        Stand.Completed => "good",
        Stand.NoShow or Stand.Ghost => "bad",
        Stand.Cancelled => "warn",
        _ => "",
    };

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.CurrentUICulture) + word[1..];
}
