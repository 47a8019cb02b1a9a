using System.Collections.Frozen;

namespace SlotBooking.Core.Achievements.Badges;

/// <summary>All badges there are. Ids are stored and stay; everything else may change.</summary>
public static class BadgeCatalogue
{
    /// <summary>All of them, within a measure from the easiest on.</summary>
    public static readonly IReadOnlyList<Badge> All =
    [
        new("first_booking", "Erste Schritte", "👣", Rarity.Common, Measure.Bookings, 1),
        new("milestone_100", "Centurion", "🏛️", Rarity.Epic, Measure.Bookings, 100),
        new("milestone_500", "Legende", "🌟", Rarity.Legendary, Measure.Bookings, 500),
        new("milestone_1000", "Mythisch", "💎", Rarity.Mythic, Measure.Bookings, 1000),
        new("night_owl", "Nachteule", "🌙", Rarity.Uncommon, Measure.Evenings, 10),
        new("early_bird", "Früher Vogel", "🌅", Rarity.Uncommon, Measure.Mornings, 10),
        new("friday_warrior", "Freitags-Krieger", "⚔️", Rarity.Rare, Measure.Fridays, 5),
        new("daily_10", "Anfänger", "🌱", Rarity.Common, Measure.PointsOfDay, 10),
        new("daily_20", "Aufsteiger", "⭐", Rarity.Uncommon, Measure.PointsOfDay, 20),
        new("daily_40", "Champion", "🏆", Rarity.Rare, Measure.PointsOfDay, 40),
        new("daily_60", "Legende", "👑", Rarity.Legendary, Measure.PointsOfDay, 60),
        new("weekly_100", "Wochenkrieger", "⚔️", Rarity.Uncommon, Measure.PointsOfWeek, 100),
        new("weekly_200", "Wochenmeister", "🎯", Rarity.Rare, Measure.PointsOfWeek, 200),
        new("monthly_10", "Monatsanfänger", "📅", Rarity.Common, Measure.PointsOfMonth, 10),
        new("monthly_25", "Monatsprofi", "📊", Rarity.Uncommon, Measure.PointsOfMonth, 25),
        new("monthly_50", "Monatschampion", "🏅", Rarity.Rare, Measure.PointsOfMonth, 50),
        new("monthly_100", "Monatslegende", "🌟", Rarity.Epic, Measure.PointsOfMonth, 100),
        new("total_50", "Erfahrener Spieler", "🎮", Rarity.Common, Measure.Points, 50),
        new("total_100", "Veteran", "🛡️", Rarity.Uncommon, Measure.Points, 100),
        new("total_250", "Elite-Spieler", "⚡", Rarity.Rare, Measure.Points, 250),
        new("total_500", "Ultimate Champion", "🏆", Rarity.Legendary, Measure.Points, 500),
        new("streak_2", "Konstant", "🔥", Rarity.Common, Measure.Streak, 2),
        new("streak_3", "Dranbleiber", "🔥", Rarity.Common, Measure.Streak, 3),
        new("streak_5", "Durchhalter", "💪", Rarity.Uncommon, Measure.Streak, 5),
        new("streak_7", "Wochenserie", "📆", Rarity.Uncommon, Measure.Streak, 7),
        new("streak_10", "Eiserner Wille", "⚡", Rarity.Rare, Measure.Streak, 10),
        new("streak_20", "Unaufhaltsam", "🚀", Rarity.Epic, Measure.Streak, 20),
        new("streak_30", "Unzerstörbar", "🗿", Rarity.Legendary, Measure.Streak, 30),
        new("closer_50", "Volltreffer", "🎯", Rarity.Rare, Measure.Completed, 50),
        new("reliable_10", "Verlässlich", "🤝", Rarity.Epic, Measure.CompletedInARow, 10),
        new("mvp_day", "Tages-MVP", "🥉", Rarity.Rare, Measure.MvpOfDay, 1),
        new("mvp_week", "Wochen-MVP", "🥇", Rarity.Epic, Measure.MvpOfWeek, 1),
        new("mvp_month", "Monats-MVP", "👑", Rarity.Legendary, Measure.MvpOfMonth, 1),
        new("mvp_year", "Jahres-MVP", "💎", Rarity.Mythic, Measure.MvpOfYear, 1),
    ];

    private static readonly FrozenDictionary<string, Badge> ById = All.ToFrozenDictionary(badge => badge.Id, StringComparer.Ordinal);
    private static readonly Badge[] Reachable = [.. All.Where(badge => !badge.IsPerPeriod)];

    /// <summary>The badge of that id; null when it was taken out of the catalogue.</summary>
    public static Badge? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>What these counts earn and is not held yet.</summary>
    public static IEnumerable<Badge> NewlyEarned(Tally tally, IReadOnlySet<string> held)
    {
        foreach (var badge in Reachable)
        {
            if (tally[badge.Measure] >= badge.Threshold && !held.Contains(badge.Id))
            {
                yield return badge;
            }
        }
    }
}
