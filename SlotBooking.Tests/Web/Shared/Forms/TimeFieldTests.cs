using Bunit;
using SlotBooking.Web.Shared.Forms;

namespace SlotBooking.Tests.Web.Shared.Forms;

public sealed class TimeFieldTests : ComponentTest
{
    private TimeOnly? _time = new(14, 0);

    [Theory]
    [InlineData("930", "09:30")]
    [InlineData("18 Uhr", "18:00")]
    [InlineData("", "")]
    public void What_was_typed_is_understood_and_written_out(string typed, string shown)
    {
        var field = Draw();
        Assert.Equal("14:00", field.Find("input").GetAttribute("value"));

        field.Find("input").Change(typed);

        Assert.Equal(shown, field.Find("input").GetAttribute("value"));
        Assert.Equal(TimeText.Read(typed), _time);
    }

    [Fact]
    public void What_is_no_time_stays_and_the_field_says_so()
    {
        var field = Draw();

        field.Find("input").Change("abends");

        Assert.Equal("abends", field.Find("input").GetAttribute("value"));
        Assert.Equal("Das ist keine Uhrzeit. Schreib sie so: 14:30", field.Find(".mud-input-helper-text").TextContent.Trim());
        Assert.Null(_time);

        field.Find("input").Change("14:00");

        Assert.Equal(new TimeOnly(14, 0), _time);
        Assert.Equal("", field.Find(".mud-input-control").QuerySelector(".mud-input-helper-text")?.TextContent.Trim() ?? "");
    }

    private IRenderedComponent<TimeField> Draw() => Components.Render<TimeField>(field => field
        .Add(f => f.Id, "time")
        .Add(f => f.Label, "Uhrzeit")
        .Bind(f => f.Value, _time, time => _time = time));
}
