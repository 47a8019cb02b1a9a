using System.Globalization;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>The words of the game, in the language of the page.</summary>
internal static partial class GameWords
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

    /// <summary>By which rule a line of the ledger is.</summary>
    public static string Rule(IStringLocalizer<Texts> T, LedgerLine line) => (line.Rule, line.IsTakenBack) switch
    {
        (PointRule.Booking, false) => T["Buchung"],
        (PointRule.Booking, true) => T["Buchung, gleich wieder abgesagt"],
        (PointRule.Completed, false) => T["Kunde erschienen"],
        (PointRule.Completed, true) => T["Kunde doch nicht erschienen"],
        (PointRule.FirstOfDay, false) => T["Tageserster"],
        (PointRule.FirstOfDay, true) => T["Tageserster zurückgenommen"],
        (PointRule.Streak, false) => T["Serie hält"],
        (PointRule.Streak, true) => T["Serie zurückgenommen"],
        _ => T["Berichtigung"],
    };

    /// <summary>„Kowalczyk gebucht“, „Serie hält (Kowalczyk)“.</summary>
    public static string Short(IStringLocalizer<Texts> T, LedgerLine line) => (line.Customer?.Split(',')[0], line.Rule) switch
    {
        (null, _) => For(T, line),
        (var name, PointRule.Booking or PointRule.Completed) => $"{name} {For(T, line)}",
        var (name, _) => $"{For(T, line)} ({name})",
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

    /// <summary>„14 Punkte“.</summary>
    public static string Points(IStringLocalizer<Texts> T, int points) => points == 1 ? T["1 Punkt"] : T["{0:N0} Punkte", points];

    /// <summary>„24,6 %“ of a share from 0 to 1.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.CurrentCulture, $"{share * 100:N1}\u00a0%");

    /// <summary>A period as it is stored, in words: the day, „KW 48“, „November 2026“, the year.</summary>
    public static string Period(IStringLocalizer<Texts> T, string stored) => Core.Achievements.Periods.Period.TryParse(stored, out var period)
        ? period.Kind switch
        {
            PeriodKind.Day => OfficeDates.Full(period.Day),
            PeriodKind.Week => IsoWeek.Of(period.Day) is var week ? T["KW {0} {1}", week.Week, week.Year] : "",
            PeriodKind.Month => OfficeDates.Month(period.Day),
            _ => OfficeDates.Year(period.Day),
        }
        : stored;

    /// <summary>„+2“, „−5“.</summary>
    public static string Signed(int points) => points > 0 ? $"+{Number(points)}" : points < 0 ? $"−{Number(-points)}" : "0";
}
