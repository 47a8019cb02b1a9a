using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Outcomes;

namespace SlotBooking.Tests.Outcomes;

/// <summary>What marks say: marker first, colour second, never a guess.</summary>
public sealed class OutcomeRulesTests
{
    private static readonly OutcomeRules Rules = new();

    [Theory]
    [InlineData("( erschienen )", BookingStatus.Completed)]
    [InlineData("(ERSCHIENEN)", BookingStatus.Completed)]
    [InlineData("(nicht  erschienen)", BookingStatus.NoShow)]
    [InlineData("( nichterschienen )", BookingStatus.NoShow)]
    [InlineData("( Nicht\u00A0Erschienen )", BookingStatus.NoShow)]
    [InlineData("( ghost )", BookingStatus.Ghost)]
    [InlineData("( verschoben )", BookingStatus.Rescheduled)]
    [InlineData("( abgesagt )", BookingStatus.Cancelled)]
    [InlineData("( Überhang )", BookingStatus.Overhang)]
    [InlineData("( U\u0308BERHANG )", BookingStatus.Overhang)]
    [InlineData("( ueberhang )", BookingStatus.Overhang)]
    [InlineData("( Exit )", BookingStatus.Exit)]
    [InlineData("( Vorbehalt )", BookingStatus.Open)]
    [InlineData("( Ghost ) ( erschienen )", BookingStatus.Completed)]
    [InlineData("( erschienen )( Ghost )", BookingStatus.Ghost)]
    [InlineData("( Bitte klingeln ) ( erschienen )", BookingStatus.Completed)]
    public void A_marker_outweighs_every_colour(string markers, BookingStatus outcome)
    {
        foreach (var color in new[] { null, "2", "6", "8", "11", "99" })
        {
            Assert.Equal(new OutcomeReading(outcome), Read($"Muster, Max {markers}", color));
        }
    }

    [Theory]
    [InlineData("2", BookingStatus.Completed)]
    [InlineData("7", BookingStatus.Completed)]
    [InlineData("5", BookingStatus.Completed)]
    [InlineData("3", BookingStatus.Completed)]
    [InlineData("9", BookingStatus.Completed)]
    [InlineData("10", BookingStatus.Completed)]
    [InlineData("11", BookingStatus.NoShow)]
    [InlineData("6", BookingStatus.Cancelled)]
    [InlineData("1", BookingStatus.Open)]
    [InlineData("4", BookingStatus.Open)]
    [InlineData("8", BookingStatus.Open)]
    [InlineData(null, BookingStatus.Open)]
    public void Without_a_marker_the_colour_says_it(string? color, BookingStatus outcome) =>
        Assert.Equal(new OutcomeReading(outcome), Read("Muster, Max", color));

    [Theory]
    [InlineData("Ghost, Erika")]
    [InlineData("Meier (Schulz), Anna")]
    [InlineData("Muster, Max nicht erschienen")]
    [InlineData("Muster, Max [Ghost]")]
    [InlineData("( Ghost ) Muster, Max")]
    [InlineData("Muster, Max ( erschienen ) um 14:05")]
    [InlineData("Muster, Max ( erschienen")]
    [InlineData("Muster, Max ()")]
    public void What_stands_elsewhere_is_a_name_and_the_colour_says_it(string title) =>
        Assert.Equal(new OutcomeReading(BookingStatus.NoShow), Read(title, "11"));

    [Theory]
    [InlineData("Muster, Max ( foo )", "11", "( foo )")]
    [InlineData("Muster, Max ( erschienen ) ( foo )", "2", "( foo )")]
    [InlineData("Muster, Max ( vielleicht erschienen )", "2", "( vielleicht erschienen )")]
    [InlineData("Muster, Max", "99", "Farbe 99")]
    [InlineData("Muster, Max", "0", "Farbe 0")]
    public void What_is_in_no_table_is_named_and_not_guessed(string title, string color, string unknown) =>
        Assert.Equal(new OutcomeReading(BookingStatus.Open, unknown), Read(title, color));

    [Fact]
    public void Brackets_of_the_customers_own_name_are_no_marker()
    {
        var marks = EventMarks.Of("Meier, Anna (Schulz)", "11", Rules.Words, name: "Meier, Anna (Schulz)");
        var ghost = EventMarks.Of("Exit, Anna (Ghost) ( erschienen )", "11", Rules.Words, name: "Exit, Anna (Ghost)");

        Assert.Equal(new OutcomeReading(BookingStatus.NoShow), Rules.Read(marks));
        Assert.Equal(new OutcomeReading(BookingStatus.Completed), Rules.Read(ghost));
    }

    [Fact]
    public void Words_and_colours_are_settings()
    {
        var rules = Rules with
        {
            Markers = [.. Rules.Markers, new MarkerWord("da gewesen", TitleMarker.Completed)],
            Colours = [.. Rules.Colours.Where(c => c.ColorId != "9"), new ColourMeaning("9", BookingStatus.Ghost)],
        };

        Assert.Empty(rules.Problems());
        Assert.Equal(BookingStatus.Completed, rules.Read(EventMarks.Of("Muster, Max (DA GEWESEN)", "11", rules.Words)).Outcome);
        Assert.Equal(BookingStatus.Ghost, rules.Read(EventMarks.Of("Muster, Max", "9", rules.Words)).Outcome);
        Assert.Equal("( foo )", Read("Muster, Max ( foo )", "9").Unknown);
    }

    [Fact]
    public void Settings_that_contradict_themselves_are_refused_with_a_sentence()
    {
        Assert.Contains("Die Markierung „Ueberhang“ steht zweimal in der Liste.", (Rules with { Markers = [new("Ueberhang", TitleMarker.Ghost), .. Rules.Markers] }).Problems());
        Assert.Contains("Für „( Ghost )“ fehlt ein Wort.", (Rules with { Markers = [.. Rules.Markers.Where(m => m.Means != TitleMarker.Ghost)] }).Problems());
        Assert.Contains("Die Farbe 2 steht zweimal in der Liste.", (Rules with { Colours = [.. Rules.Colours, new("2", BookingStatus.Ghost)] }).Problems());
        Assert.Single((Rules with { GraceMinutes = -1 }).Problems());
    }

    [Theory]
    [InlineData(TitleMarker.Completed, "2")]
    [InlineData(TitleMarker.None, null)]
    [InlineData(TitleMarker.Rescheduled, "11")]
    public void Marks_are_kept_in_one_word(TitleMarker marker, string? color)
    {
        var marks = new EventMarks(marker, color);

        Assert.Equal(marks, EventMarks.Parse(marks.Write()));
        Assert.True(marks.Write().Length <= 20);
    }

    private static OutcomeReading Read(string title, string? color) => Rules.Read(EventMarks.Of(title, color, Rules.Words));
}
