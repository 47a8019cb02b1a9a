using System.Globalization;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>The game's rules, in words.</summary>
internal static partial class GameWords
{
    /// <summary>What is said where no whole number was typed.</summary>
    public const string NoWhole = "Gib eine ganze Zahl an.";

    /// <summary>What is said where no number was typed.</summary>
    public const string NoNumber = "Gib eine Zahl an, zum Beispiel 1,25.";

    /// <summary>What is said where no time of day was typed.</summary>
    public const string NoTime = "Gib eine Uhrzeit an, zum Beispiel 22:00.";

    public static string Of(IStringLocalizer<Texts> T, BoardView view) => view switch
    {
        BoardView.Everybody => T["alle"],
        BoardView.Neighbours => T["nur mich und meine Nachbarn"],
        _ => T["nur das Team zusammen"],
    };

    /// <summary>What a change of the rules changed: „Buchung 3 statt 2“.</summary>
    public static IEnumerable<string> Changes(IStringLocalizer<Texts> T, RuleChange change)
    {
        var (before, after) = (change.Before, change.After);
        return Values(T, before).Zip(Values(T, after), (old, now) => (now.Name, Old: old.Value, Now: now.Value))
            .Where(value => value.Old != value.Now)
            .Select(value => T["{0}: {1} statt {2}", value.Name, value.Now, value.Old].Value);
    }

    private static IEnumerable<(string Name, string Value)> Values(IStringLocalizer<Texts> T, GameRules rules) =>
    [
        (T["Buchung"], Number(rules.BookingPoints)),
        (T["Kunde erscheint"], Number(rules.CompletedPoints)),
        (T["Tageserster"], Number(rules.FirstOfDayPoints)),
        (T["Serie hält"], Number(rules.StreakPoints)),
        (T["Rücknahme bis Minute"], Number(rules.TakeBackMinutes)),
        (T["Der MVP-Tag endet"], OfficeDates.Clock(rules.ClosingTime)),
        (T["XP für Level 2"], Number(rules.Levels.Base)),
        (T["jedes weitere mal"], rules.Levels.Growth.ToString("0.####", CultureInfo.CurrentCulture)),
        (T["Rangliste zeigt"], Of(T, rules.Boards)),
    ];
}
