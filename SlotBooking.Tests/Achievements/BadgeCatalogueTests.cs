using SlotBooking.Core.Achievements.Badges;

namespace SlotBooking.Tests.Achievements;

public sealed class BadgeCatalogueTests
{
    /// <summary>The table of the rules, written a second time and in another shape.</summary>
    private const string Table =
        """
        common first_booking Erste Schritte 👣 1
        common daily_10 Anfänger 🌱 10
        uncommon daily_20 Aufsteiger ⭐ 20
        rare daily_40 Champion 🏆 40
        legendary daily_60 Legende 👑 60
        uncommon weekly_100 Wochenkrieger ⚔️ 100
        rare weekly_200 Wochenmeister 🎯 200
        common monthly_10 Monatsanfänger 📅 10
        uncommon monthly_25 Monatsprofi 📊 25
        rare monthly_50 Monatschampion 🏅 50
        epic monthly_100 Monatslegende 🌟 100
        common total_50 Erfahrener Spieler 🎮 50
        uncommon total_100 Veteran 🛡️ 100
        rare total_250 Elite-Spieler ⚡ 250
        legendary total_500 Ultimate Champion 🏆 500
        common streak_2 Konstant 🔥 2
        common streak_3 Dranbleiber 🔥 3
        uncommon streak_5 Durchhalter 💪 5
        uncommon streak_7 Wochenserie 📆 7
        rare streak_10 Eiserner Wille ⚡ 10
        epic streak_20 Unaufhaltsam 🚀 20
        legendary streak_30 Unzerstörbar 🗿 30
        uncommon night_owl Nachteule 🌙 10
        uncommon early_bird Früher Vogel 🌅 10
        rare friday_warrior Freitags-Krieger ⚔️ 5
        rare closer_50 Volltreffer 🎯 50
        epic reliable_10 Verlässlich 🤝 10
        epic milestone_100 Centurion 🏛️ 100
        legendary milestone_500 Legende 🌟 500
        mythic milestone_1000 Mythisch 💎 1000
        rare mvp_day Tages-MVP 🥉 1
        epic mvp_week Wochen-MVP 🥇 1
        legendary mvp_month Monats-MVP 👑 1
        mythic mvp_year Jahres-MVP 💎 1
        """;

    [Fact]
    public void The_catalogue_is_the_table_of_the_rules() => Assert.Equal(
        Table.Split('\n').Order(StringComparer.Ordinal),
        BadgeCatalogue.All.Select(b => FormattableString.Invariant($"{b.Rarity.ToString().ToLowerInvariant()} {b.Id} {b.Name} {b.Emoji} {b.Threshold}")).Order(StringComparer.Ordinal));

    [Fact]
    public void Rarities_are_worth_what_the_rules_say()
    {
        Assert.Equal([50, 100, 250, 500, 1000, 2500], Enum.GetValues<Rarity>().Select(r => r.Xp()));
        Assert.Equal([1, 2, 4, 6, 10, 20], Enum.GetValues<Rarity>().Select(r => r.Weight()));
    }

    [Fact]
    public void A_badge_is_earned_at_its_threshold_and_only_once()
    {
        Assert.DoesNotContain(Earned(new Tally { PointsOfDay = 19 }), b => b == "daily_20");
        Assert.Equal(["daily_10", "daily_20"], Earned(new Tally { PointsOfDay = 20 }));
        Assert.Equal(["daily_20"], Earned(new Tally { PointsOfDay = 20 }, "daily_10"));
    }

    [Theory]
    [InlineData(9, 0, true, false)]
    [InlineData(11, 59, true, false)]
    [InlineData(12, 0, false, false)]
    [InlineData(17, 59, false, false)]
    [InlineData(18, 0, false, true)]
    [InlineData(8, 59, false, false)]
    public void Morning_and_evening_begin_and_end_as_written(int hour, int minute, bool isMorning, bool isEvening) =>
        Assert.Equal((isMorning, isEvening), (BookingTraits.IsMorning(new(hour, minute)), BookingTraits.IsEvening(new(hour, minute))));

    private static IEnumerable<string> Earned(Tally tally, params string[] held) =>
        BadgeCatalogue.NewlyEarned(tally, held.ToHashSet(StringComparer.Ordinal)).Select(b => b.Id);
}
