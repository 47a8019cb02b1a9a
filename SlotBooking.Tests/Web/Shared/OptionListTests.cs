using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

public sealed class OptionListTests
{
    [Fact]
    public void Each_value_is_an_option() =>
        Assert.Equal("<option value=\"Messe\"></option><option value=\"Herbst 2026\"></option>", OptionList.Of(["Messe", "Herbst 2026"]).Value);

    [Fact]
    public void What_people_wrote_stays_text() =>
        Assert.Equal("<option value=\"&quot;&gt;&lt;script&gt;\"></option>", OptionList.Of(["\"><script>"]).Value);
}
