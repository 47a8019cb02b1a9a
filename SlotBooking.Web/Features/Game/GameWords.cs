using System.Globalization;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Levels;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Game;

/// <summary>The words of the game, in the language of the page.</summary>
internal static class GameWords
{
    /// <summary>What a badge is called.</summary>
    public static string Name(IStringLocalizer<Texts> T, Badge badge) => T[badge.Name];

    /// <summary>What people of a level are called.</summary>
    public static string Title(IStringLocalizer<Texts> T, int level) => LevelTitles.IsNamed(level) ? T[LevelTitles.Of(level)] : T["Level {0} Meister", level];

    /// <summary>„29.995“.</summary>
    public static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string Of(IStringLocalizer<Texts> T, Rarity rarity) => rarity switch
    {
        Rarity.Common => T["Gewöhnlich"],
        Rarity.Uncommon => T["Ungewöhnlich"],
        Rarity.Rare => T["Selten"],
        Rarity.Epic => T["Episch"],
        Rarity.Legendary => T["Legendär"],
        _ => T["Mythisch"],
    };

    public static string Of(IStringLocalizer<Texts> T, BadgeCategory category) => category switch
    {
        BadgeCategory.Bookings => T["Buchungen"],
        BadgeCategory.Points => T["Punkte"],
        BadgeCategory.Streaks => T["Serien"],
        BadgeCategory.Attendance => T["Anwesenheit"],
        _ => T["MVP"],
    };

    /// <summary>What earns the badge.</summary>
    public static string For(IStringLocalizer<Texts> T, Badge badge) => (badge.Measure, badge.Threshold) switch
    {
        (Measure.Bookings, 1) => T["die erste Buchung"],
        (Measure.Bookings, var n) => T["{0:N0} Buchungen", n],
        (Measure.PointsOfDay, var n) => T["{0} Punkte an einem Tag", n],
        (Measure.PointsOfWeek, var n) => T["{0} Punkte in einer Woche", n],
        (Measure.PointsOfMonth, var n) => T["{0} Punkte in einem Monat", n],
        (Measure.Points, var n) => T["{0:N0} Punkte insgesamt", n],
        (Measure.Streak, var n) => T["{0} Arbeitstage in Folge", n],
        (Measure.Evenings, var n) => T["{0} Buchungen für 18:00 oder später", n],
        (Measure.Mornings, var n) => T["{0} Buchungen für 09:00 bis 12:00", n],
        (Measure.Fridays, var n) => T["{0} Buchungen für einen Freitag", n],
        (Measure.Completed, var n) => T["{0:N0} erschienene Kunden", n],
        (Measure.CompletedInARow, var n) => T["{0} erschienene Kunden ohne Ausfall dazwischen", n],
        (Measure.MvpOfDay, _) => T["die meisten Punkte eines Tages"],
        (Measure.MvpOfWeek, _) => T["die meisten Punkte einer Woche"],
        (Measure.MvpOfMonth, _) => T["die meisten Punkte eines Monats"],
        _ => T["die meisten Punkte eines Jahres"],
    };

    /// <summary>What a line of the ledger is for.</summary>
    public static string For(IStringLocalizer<Texts> T, LedgerLine line) => (line.Rule, line.IsTakenBack) switch
    {
        (PointRule.Booking, false) => T["gebucht"],
        (PointRule.Booking, true) => T["gleich wieder abgesagt"],
        (PointRule.Completed, false) => T["erschienen"],
        (PointRule.Completed, true) => T["doch nicht erschienen"],
        (PointRule.FirstOfDay, false) => T["Tageserster"],
        (PointRule.FirstOfDay, true) => T["Tageserster zurückgenommen"],
        (PointRule.Streak, false) => T["Serie hält"],
        (PointRule.Streak, true) => T["Serie zurückgenommen"],
        _ => T["Berichtigung von {0}: {1}", line.Author ?? "", line.Reason ?? ""],
    };

    public static string Of(IStringLocalizer<Texts> T, AbsenceReason reason) => reason switch
    {
        AbsenceReason.Vacation => T["Urlaub"],
        AbsenceReason.Doctor => T["Arzt"],
        AbsenceReason.Illness => T["Krankheit"],
        AbsenceReason.Business => T["Diensttermin"],
        _ => T["Sonstiges"],
    };

    /// <summary>What a day of the streak's calendar is.</summary>
    public static string Of(IStringLocalizer<Texts> T, StreakDayState state) => state switch
    {
        StreakDayState.Booked => T["gebucht"],
        StreakDayState.Missed => T["keine Buchung"],
        StreakDayState.Free => T["frei"],
        StreakDayState.Away => T["abwesend"],
        StreakDayState.Today => T["heute noch keine Buchung"],
        _ => T["kommt noch"],
    };

    /// <summary>„+2“, „−5“.</summary>
    public static string Signed(int points) => points > 0 ? $"+{Number(points)}" : points < 0 ? $"−{Number(-points)}" : "0";
}
