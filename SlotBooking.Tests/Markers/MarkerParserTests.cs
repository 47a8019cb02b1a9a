using SlotBooking.Core.Markers;

namespace SlotBooking.Tests.Markers;

public sealed class MarkerParserTests
{
    [Theory]
    [InlineData("Muster, Max", TitleMarker.None)]
    [InlineData("Muster, Max ( erschienen )", TitleMarker.Completed)]
    [InlineData("Muster, Max (erschienen)", TitleMarker.Completed)]
    [InlineData("Muster, Max ( ERSCHIENEN )  ", TitleMarker.Completed)]
    [InlineData("Muster, Max( nicht erschienen )", TitleMarker.NoShow)]
    [InlineData("Muster, Max (  Nicht\u00A0 Erschienen)", TitleMarker.NoShow)]
    [InlineData("Muster, Max ( Ghost )", TitleMarker.Ghost)]
    [InlineData("Muster, Max ( verschoben )", TitleMarker.Rescheduled)]
    [InlineData("Muster, Max ( abgesagt )", TitleMarker.Cancelled)]
    [InlineData("Muster, Max ( Überhang )", TitleMarker.Overhang)]
    [InlineData("Muster, Max ( U\u0308berhang )", TitleMarker.Overhang)]
    [InlineData("Muster, Max ( Ueberhang )", TitleMarker.Overhang)]
    [InlineData("Muster, Max (ÜBERHANG)", TitleMarker.Overhang)]
    [InlineData("Muster, Max ( Exit )", TitleMarker.Exit)]
    [InlineData("Muster, Max ( Vorbehalt )", TitleMarker.Reserved)]
    public void A_marker_at_the_end_is_read_in_any_case_and_spacing(string title, TitleMarker marker)
    {
        Assert.Equal(marker, MarkerParser.Of(title));
        Assert.Equal("Muster, Max", MarkerParser.NameOf(title));
    }

    [Fact]
    public void Of_several_markers_the_last_counts_and_none_belongs_to_the_name()
    {
        const string Title = "Muster, Max ( verschoben ) (nicht erschienen)( erschienen )";

        Assert.Equal(TitleMarker.Completed, MarkerParser.Of(Title));
        Assert.Equal("Muster, Max", MarkerParser.NameOf(Title));
    }

    [Theory]
    [InlineData("Ghost, Erika")]
    [InlineData("Ghost")]
    [InlineData("Exit, Eva (Zweittermin)")]
    [InlineData("( Ghost ) Muster, Max")]
    [InlineData("Muster, Max ( erschienen ) um 14:05")]
    [InlineData("Muster, Max [erschienen]")]
    [InlineData("Muster, Max ( vielleicht erschienen )")]
    [InlineData("Muster, Max erschienen )")]
    [InlineData("Muster, Max ( erschienen")]
    [InlineData("Muster, Max ()")]
    [InlineData("Muster, Max (ghosted)")]
    [InlineData("Muster, Max ( nicht-erschienen )")]
    [InlineData("Muster, Max ( erschienen? )")]
    [InlineData("Muster, Max ( uberhang )")]
    [InlineData("Muster, Max (( erschienen ))")]
    [InlineData("Muster, Max \uFF08erschienen\uFF09")]
    public void What_is_not_a_marker_at_the_end_belongs_to_the_name(string title)
    {
        Assert.Equal(TitleMarker.None, MarkerParser.Of(title));
        Assert.Equal(title, MarkerParser.NameOf(title));
    }

    [Theory]
    [InlineData("( aufgelöst )")]
    [InlineData("( aufgelo\u0308st )")]
    [InlineData("( AUFGELOEST )")]
    [InlineData("(Aufgelöst )")]
    [InlineData("( GRÜSSE )")]
    [InlineData("( gruesse )")]
    [InlineData("( Gru\u0308ße )")]
    [InlineData("( Ä r g e r )")]
    [InlineData("( aerger )")]
    public void A_word_of_the_offices_own_is_read_with_umlauts_composed_decomposed_or_spelt_out(string marker)
    {
        var words = new MarkerWords([new("aufgelöst", TitleMarker.Exit), new("Grüße", TitleMarker.Exit), new("Ärger", TitleMarker.Exit)]);

        Assert.Equal((TitleMarker.Exit, "Muster, Max"), (MarkerParser.Of($"Muster, Max {marker}", words), MarkerParser.NameOf($"Muster, Max {marker}", words)));
        Assert.Equal(TitleMarker.None, MarkerParser.Of($"Muster, Max {marker}"));
    }

    [Fact]
    public void A_title_with_half_a_character_is_read_like_any_other()
    {
        Assert.Equal(TitleMarker.None, MarkerParser.Of("Muster, Max (\uD83D)"));
        Assert.Equal(TitleMarker.Ghost, MarkerParser.Of("Muster \uD83D ( Ghost )"));
    }

    [Fact]
    public void A_customer_named_Ghost_can_be_a_ghost()
    {
        Assert.Equal(TitleMarker.Ghost, MarkerParser.Of("Ghost, Erika ( ghost )"));
        Assert.Equal("Ghost, Erika", MarkerParser.NameOf("Ghost, Erika ( ghost )"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void No_title_has_no_marker_and_no_name(string? title)
    {
        Assert.Equal(TitleMarker.None, MarkerParser.Of(title));
        Assert.Equal("", MarkerParser.NameOf(title));
    }
}
