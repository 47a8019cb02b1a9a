using Bunit;
using SlotBooking.Web.Shared.Forms;

namespace SlotBooking.Tests.Web.Shared.Forms;

public sealed class DayFieldTests : ComponentTest
{
    private DateOnly? _day = new(2026, 12, 4);

    [Fact]
    public void It_shows_the_day_with_its_weekday_and_has_a_label()
    {
        var field = Draw();

        Assert.Equal("Fr 04.12.2026", field.Find("input").GetAttribute("value"));
        Assert.Equal(field.Find("label").GetAttribute("for"), field.Find("input").Id);
    }

    [Theory]
    [InlineData("morgen", "Do 03.12.2026")]
    [InlineData("3.1.", "So 03.01.2027")]
    public void What_was_typed_is_understood_and_written_out(string typed, string shown)
    {
        var field = Draw();

        field.Find("input").Change(typed);

        Assert.Equal(shown, field.Find("input").GetAttribute("value"));
        Assert.Equal(DayText.Read(typed, new DateOnly(2026, 12, 2)), _day);
    }

    [Fact]
    public void What_is_no_day_stays_and_the_field_says_so()
    {
        var field = Draw();

        field.Find("input").Change("quatsch");

        Assert.Equal("quatsch", field.Find("input").GetAttribute("value"));
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("Das ist kein Datum. Schreib es so: 3.12.", field.Find(".mud-input-helper-text").TextContent.Trim());
        Assert.Null(_day);
    }

    [Fact]
    public void A_day_that_has_to_be_given_is_missed()
    {
        var field = Draw();

        field.Find("input").Change("");

        Assert.Equal("Da fehlt ein Tag.", field.Find(".mud-input-helper-text").TextContent.Trim());
    }

    private IRenderedComponent<DayField> Draw() => Components.Render<DayField>(field => field
        .Add(f => f.Id, "day")
        .Add(f => f.Label, "Tag")
        .Add(f => f.IsRequired, true)
        .Bind(f => f.Value, _day, day => _day = day));
}
