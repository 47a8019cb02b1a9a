using SlotBooking.Core.Achievements.Levels;

namespace SlotBooking.Tests.Achievements.Levels;

public sealed class LevelRulesTests
{
    private static readonly LevelRules Rules = new();

    [Theory]
    [InlineData(-50, 1)]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(224, 2)]
    [InlineData(225, 3)]
    [InlineData(381, 3)]
    [InlineData(382, 4)]
    public void A_level_costs_a_quarter_more_than_the_last_one(int xp, int level) => Assert.Equal(level, Rules.LevelOf(xp));

    [Fact]
    public void With_the_XP_of_a_level_it_is_reached_and_with_one_less_it_is_not()
    {
        for (var level = 2; level <= 60; level++)
        {
            Assert.Equal((level, level - 1), (Rules.LevelOf(Rules.XpFor(level)), Rules.LevelOf(Rules.XpFor(level) - 1)));
        }
    }

    [Fact]
    public void A_level_never_falls_while_XP_rises()
    {
        var last = 1;
        for (var xp = -100; xp < 100_000; xp += 7)
        {
            Assert.True(Rules.LevelOf(xp) >= last);
            last = Rules.LevelOf(xp);
        }
    }

    [Theory]
    [InlineData(0, "Anfänger")]
    [InlineData(1, "Anfänger")]
    [InlineData(5, "Profi")]
    [InlineData(10, "Mythos")]
    [InlineData(11, "Level 11 Meister")]
    public void Each_level_has_its_title(int level, string title) => Assert.Equal(title, LevelTitles.Of(level));

    [Fact]
    public void A_standing_says_how_far_it_is_to_the_next_level() =>
        Assert.Equal((2, 100, 225, 50, 62), LevelStanding.Of(163, Rules) is var s ? (s.Level, s.From, s.Next, s.Percent, s.Missing) : default);

    [Theory]
    [InlineData(0, 1.25)]
    [InlineData(100, 0.5)]
    [InlineData(100, double.NaN)]
    public void Impossible_costs_are_refused_with_a_sentence(int first, double growth) =>
        Assert.Single(new LevelRules { Base = first, Growth = growth }.Faults());

    [Fact]
    public void XP_is_points_badges_and_the_best_streak() => Assert.Equal(130 + 250 + 125, Xp.Of(13, 250, 5));
}
