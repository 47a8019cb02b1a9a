using System.Text.Json;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Availability;

public sealed class ReadinessRulesTests
{
    private static readonly Guid Clara = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 6, 2, 11, 42, 0, TimeSpan.Zero);

    [Fact]
    public void Known_readiness_counts_for_a_day_and_then_no_longer()
    {
        var rules = new ReadinessRules();

        Assert.True(rules.IsFresh(Now.AddHours(-24), Now));
        Assert.False(rules.IsFresh(Now.AddHours(-24).AddTicks(-1), Now));
        Assert.False(rules.IsFresh(knownAt: null, Now));
        Assert.True((rules with { MaxAge = TimeSpan.FromDays(3) }).IsFresh(Now.AddDays(-2), Now));
    }

    [Fact]
    public void A_restriction_holds_for_one_consultant_at_one_time_of_the_week()
    {
        var rules = new ReadinessRules { Restrictions = [new(Clara, DayOfWeek.Tuesday, new(20, 0))] };

        Assert.False(rules.Allows(Clara, Slot.Parse("2026-06-02 20:00")));
        Assert.True(rules.Allows(Clara, Slot.Parse("2026-06-02 18:00")));
        Assert.True(rules.Allows(Clara, Slot.Parse("2026-06-03 20:00")));
        Assert.True(rules.Allows(Guid.Empty, Slot.Parse("2026-06-02 20:00")));
    }

    [Fact]
    public void A_restriction_without_a_time_holds_all_day()
    {
        var rules = new ReadinessRules { Restrictions = [new(Clara, DayOfWeek.Tuesday)] };

        Assert.False(rules.Allows(Clara, Slot.Parse("2026-06-02 11:00")));
        Assert.True(rules.Allows(Clara, Slot.Parse("2026-06-03 11:00")));
    }

    [Theory]
    [InlineData(JsonSerializerDefaults.General)]
    [InlineData(JsonSerializerDefaults.Web)]
    public void Rules_that_were_stored_are_read_again(JsonSerializerDefaults defaults)
    {
        var options = new JsonSerializerOptions(defaults);
        var rules = new ReadinessRules
        {
            Titles = ["verfügbar"],
            MaxAge = TimeSpan.FromHours(6),
            Restrictions = [new(Clara, DayOfWeek.Friday, new(9, 0)), new(Clara, DayOfWeek.Monday)],
        };

        var json = JsonSerializer.Serialize(rules, options);
        var read = JsonSerializer.Deserialize<ReadinessRules>(json, options);

        Assert.Contains("\"09:00\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Friday\"", json, StringComparison.Ordinal);
        Assert.Equal(rules, read);
        Assert.Equal(rules.GetHashCode(), read?.GetHashCode());
        Assert.NotEqual(new(), read);
    }

    [Fact]
    public void What_is_not_stored_has_its_default()
    {
        Assert.Equal(new(), JsonSerializer.Deserialize<ReadinessRules>("{}"));
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused_with_a_sentence()
    {
        var rules = new ReadinessRules();

        Assert.Empty(rules.Problems());
        Assert.Contains("mindestens einen Titel", Assert.Single((rules with { Titles = [] }).Problems()), StringComparison.Ordinal);
        Assert.Contains("drei Zeichen", Assert.Single((rules with { Titles = ["T1-bereit", " "] }).Problems()), StringComparison.Ordinal);
        Assert.Contains("14 Tagen", Assert.Single((rules with { MaxAge = TimeSpan.Zero }).Problems()), StringComparison.Ordinal);
        Assert.Contains("14 Tagen", Assert.Single((rules with { MaxAge = TimeSpan.FromDays(15) }).Problems()), StringComparison.Ordinal);
    }
}
