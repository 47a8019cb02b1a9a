using SlotBooking.Core.Availability;

namespace SlotBooking.Tests.Availability;

public sealed class PlacesTakenTests
{
    [Theory]
    [InlineData("Muster, Max", null, 1)]
    [InlineData("Muster, Max", "2", 1)]
    [InlineData("Muster, Max", "11", 1)]
    [InlineData("Muster, Max", "8", 2)]
    [InlineData("Muster, Max", "6", 0)]
    [InlineData("Muster, Max ( Überhang )", null, 2)]
    [InlineData("Muster, Max ( Ueberhang )", "2", 2)]
    [InlineData("Muster, Max ( verschoben )", "2", 0)]
    [InlineData("Muster, Max ( abgesagt )", null, 0)]
    [InlineData("Muster, Max ( Exit )", null, 0)]
    [InlineData("Muster, Max ( nicht erschienen )", "11", 1)]
    [InlineData("Muster, Max ( Ghost )", null, 1)]
    [InlineData("Muster, Max ( erschienen )", "10", 1)]
    [InlineData("Muster, Max ( Vorbehalt )", null, 1)]
    [InlineData("Ghost, Erika", null, 1)]
    [InlineData("", null, 1)]
    [InlineData(null, null, 1)]
    public void A_hand_made_event_takes_the_places_its_marker_or_colour_says(string? title, string? color, int places)
    {
        Assert.Equal(places, Of(title, color));
    }

    [Theory]
    [InlineData("Muster, Max ( verschoben )", "8", 0)]
    [InlineData("Muster, Max ( erschienen )", "8", 1)]
    [InlineData("Muster, Max ( erschienen )", "6", 1)]
    [InlineData("Muster, Max ( Vorbehalt )", "8", 2)]
    public void A_marker_outweighs_the_colour_unless_it_leaves_the_outcome_open(string title, string color, int places)
    {
        Assert.Equal(places, Of(title, color));
    }

    [Theory]
    [InlineData("24", 0)]
    [InlineData(" 07 ", 0)]
    [InlineData("7", 1)]
    [InlineData("124", 1)]
    [InlineData("24 Muster", 1)]
    [InlineData("T1-bereit", 0)]
    [InlineData("Clara t1 BEREIT", 0)]
    public void Counts_and_readiness_take_no_place(string title, int places)
    {
        Assert.Equal(places, Of(title));
    }

    [Fact]
    public void What_makes_an_event_one_of_readiness_is_a_setting()
    {
        var rules = new ReadinessRules { Titles = ["verfügbar"] };

        Assert.Equal(0, PlacesTaken.Of("Clara verfügbar", null, false, false, false, rules));
        Assert.Equal(1, PlacesTaken.Of("T1-bereit", null, false, false, false, rules));
    }

    [Fact]
    public void Cancelled_all_day_and_transparent_events_take_no_place()
    {
        Assert.Equal(0, PlacesTaken.Of("Muster, Max", "8", isAllDay: true, isTransparent: false, isCancelled: false));
        Assert.Equal(0, PlacesTaken.Of("Muster, Max", "8", isAllDay: false, isTransparent: true, isCancelled: false));
        Assert.Equal(0, PlacesTaken.Of("Muster, Max", "8", isAllDay: false, isTransparent: false, isCancelled: true));
    }

    private static int Of(string? title, string? color = null) =>
        PlacesTaken.Of(title, color, isAllDay: false, isTransparent: false, isCancelled: false);
}
