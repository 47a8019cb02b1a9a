using System.Text.Json;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Time;

public sealed class FederalStatesTests
{
    [Fact]
    public void There_are_sixteen_and_each_is_found_by_its_code_and_its_name()
    {
        Assert.Equal(16, FederalStates.All.Count);
        Assert.Equal(Enum.GetValues<FederalState>().Order(), FederalStates.All.Order());
        foreach (var state in FederalStates.All)
        {
            Assert.True(FederalStates.TryParse(state.ToString(), out var byCode) && byCode == state);
            Assert.True(FederalStates.TryParse(state.GermanName(), out var byName) && byName == state);
        }
    }

    [Theory]
    [InlineData("NRW")]
    [InlineData("nrw")]
    [InlineData(" nw ")]
    [InlineData("DE-NW")]
    [InlineData("nordrhein-westfalen")]
    public void People_write_North_Rhine_Westphalia_in_many_ways(string text)
    {
        Assert.True(FederalStates.TryParse(text, out var state));
        Assert.Equal(FederalState.NW, state);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("3")]
    [InlineData("Preußen")]
    public void What_is_no_state_is_refused(string? text)
    {
        Assert.False(FederalStates.TryParse(text, out _));
    }

    [Fact]
    public void A_state_is_stored_by_its_code()
    {
        Assert.Equal("\"NW\"", JsonSerializer.Serialize(FederalState.NW));
        Assert.Equal(FederalState.SN, JsonSerializer.Deserialize<FederalState>("\"SN\""));
    }
}
