using Microsoft.Extensions.Configuration;
using SlotBooking.Core;
using SlotBooking.Core.Availability;

namespace SlotBooking.Tests.Availability;

public sealed class ConsultantOptionsTests
{
    [Theory]
    [InlineData("Clara", "1.")]
    [InlineData("Clara=c@example.com;=x", "2.")]
    [InlineData("Clara=c@example.com;clara=d@example.com", "2.")]
    public void A_malformed_consultant_is_named_by_its_position(string value, string position)
    {
        var exception = Assert.Throws<ConfigurationException>(() => From(value));

        Assert.Contains($"CONSULTANTS: Der {position} Eintrag", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Consultants_are_read_in_their_order() => Assert.Equal(
        [new ConsultantEntry("Clara", "c@example.com"), new ConsultantEntry("Jonas", "abc=@group.calendar.google.com")],
        From(" Clara = c@example.com ; Jonas=abc=@group.calendar.google.com; ").Entries);

    [Fact]
    public void Without_the_setting_nobody_is_taken_over() => Assert.Empty(ConsultantOptions.From(new ConfigurationBuilder().Build()).Entries);

    private static ConsultantOptions From(string value) => ConsultantOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("CONSULTANTS", (string?)value)]).Build());
}
