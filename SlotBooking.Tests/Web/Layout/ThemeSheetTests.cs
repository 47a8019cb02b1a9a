namespace SlotBooking.Tests.Web.Layout;

public sealed class ThemeSheetTests
{
    [Fact]
    public void The_served_sheet_has_the_colours_of_the_tokens() =>
        Assert.Equal(ThemeSheet.Generate(), File.ReadAllText(Path.Combine(SourceTree.Root, ThemeSheet.File)));

    [Fact]
    public void Both_themes_have_their_own_brand()
    {
        var sheet = ThemeSheet.Generate();

        Assert.Contains("--mud-palette-primary: rgba(11,86,104,1);", sheet, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(79,176,196,1);", sheet, StringComparison.Ordinal);
    }
}
