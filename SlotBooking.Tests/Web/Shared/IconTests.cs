using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

/// <summary>Holds code, enum and sprite together: an icon that is named can be drawn, and one that is drawn is named.</summary>
public sealed partial class IconTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_sprite_holds_every_icon_and_no_other()
    {
        var drawn = Sprite().Root!.Elements(Svg + "symbol").Select(symbol => symbol.Attribute("id")!.Value);

        Assert.Equal(Enum.GetValues<Glyph>().Select(IconMarkup.NameOf).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_icon_is_used_by_the_code()
    {
        var named = PageCode(".cs", ".razor")
            .SelectMany(SourceTree.Lines)
            .SelectMany(line => Named().Matches(line))
            .Select(match => match.Groups["name"].Value);

        Assert.Empty(Enum.GetNames<Glyph>().Except(named));
    }

    [Fact]
    public void Every_icon_of_the_sprite_has_a_box_and_a_shape() =>
        Assert.All(Sprite().Root!.Elements(Svg + "symbol"), symbol =>
        {
            Assert.Equal("0 -960 960 960", symbol.Attribute("viewBox")?.Value);
            Assert.NotEmpty(symbol.Elements(Svg + "path"));
        });

    [Fact]
    public void No_page_draws_by_a_font_or_past_the_enum() =>
        Assert.DoesNotContain(
            PageCode(".cs", ".razor", ".css", ".js").SelectMany(SourceTree.Lines),
            line => line.Contains("Material Symbols\"", StringComparison.Ordinal) || line.Contains("<use ", StringComparison.Ordinal));

    [Theory]
    [InlineData(Glyph.Close, null, "icon", "close")]
    [InlineData(Glyph.CheckCircleFilled, "s good", "icon s good", "check_circle-fill")]
    public void An_icon_is_one_piece_of_markup_that_all_pages_share(Glyph glyph, string? style, string classes, string name)
    {
        var drawn = ResourceAssetCollection.Empty.Icon(glyph, style).Value;

        Assert.Equal($"<svg class=\"{classes}\" aria-hidden=\"true\"><use href=\"img/icons.svg#{name}\"/></svg>", drawn);
        Assert.Same(drawn, ResourceAssetCollection.Empty.Icon(glyph, style).Value);
    }

    private static IEnumerable<string> PageCode(params string[] endings) => SourceTree.Files(endings)
        .Where(file => file.StartsWith("SlotBooking.Web/", StringComparison.Ordinal) && !file.EndsWith("/IconMarkup.cs", StringComparison.Ordinal));

    private static XDocument Sprite() =>
        XDocument.Parse(string.Join('\n', SourceTree.Lines("SlotBooking.Web/wwwroot/img/icons.svg")));

    [GeneratedRegex(@"\bGlyph\.(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
