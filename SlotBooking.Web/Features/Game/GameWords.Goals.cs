using Microsoft.Extensions.Localization;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Game;

/// <summary>What is missing to a badge, in words.</summary>
internal static partial class GameWords
{
    /// <summary>„noch 4 Punkte bis Champion“.</summary>
    public static string Goal(IStringLocalizer<Texts> T, BadgeGoal goal) => (goal.Badge.Measure, goal.Missing, Name(T, goal.Badge)) switch
    {
        (Measure.Bookings, 1, var name) => T["noch 1 Buchung bis {0}", name],
        (Measure.Bookings, var n, var name) => T["noch {0:N0} Buchungen bis {1}", n, name],
        (Measure.PointsOfDay, 1, var name) => T["heute noch 1 Punkt bis {0}", name],
        (Measure.PointsOfDay, var n, var name) => T["heute noch {0:N0} Punkte bis {1}", n, name],
        (Measure.PointsOfWeek, 1, var name) => T["diese Woche noch 1 Punkt bis {0}", name],
        (Measure.PointsOfWeek, var n, var name) => T["diese Woche noch {0:N0} Punkte bis {1}", n, name],
        (Measure.PointsOfMonth, 1, var name) => T["diesen Monat noch 1 Punkt bis {0}", name],
        (Measure.PointsOfMonth, var n, var name) => T["diesen Monat noch {0:N0} Punkte bis {1}", n, name],
        (Measure.Points, 1, var name) => T["noch 1 Punkt bis {0}", name],
        (Measure.Points, var n, var name) => T["noch {0:N0} Punkte bis {1}", n, name],
        (Measure.Streak, 1, var name) => T["noch 1 Arbeitstag bis {0}", name],
        (Measure.Streak, var n, var name) => T["noch {0:N0} Arbeitstage bis {1}", n, name],
        (Measure.Evenings, 1, var name) => T["noch 1 Buchung ab 18:00 bis {0}", name],
        (Measure.Evenings, var n, var name) => T["noch {0:N0} Buchungen ab 18:00 bis {1}", n, name],
        (Measure.Mornings, 1, var name) => T["noch 1 Buchung am Vormittag bis {0}", name],
        (Measure.Mornings, var n, var name) => T["noch {0:N0} Buchungen am Vormittag bis {1}", n, name],
        (Measure.Fridays, 1, var name) => T["noch 1 Buchung für Freitag bis {0}", name],
        (Measure.Fridays, var n, var name) => T["noch {0:N0} Buchungen für Freitag bis {1}", n, name],
        (Measure.Completed, 1, var name) => T["noch 1 erschienener Kunde bis {0}", name],
        (Measure.Completed, var n, var name) => T["noch {0:N0} erschienene Kunden bis {1}", n, name],
        (Measure.CompletedInARow, 1, var name) => T["noch 1 erschienener Kunde in Folge bis {0}", name],
        (Measure.CompletedInARow, var n, var name) => T["noch {0:N0} erschienene Kunden in Folge bis {1}", n, name],
        var (_, _, name) => name,
    };
}
