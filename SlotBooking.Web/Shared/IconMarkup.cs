using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared;

/// <summary>Draws icons of the sprite: one frame of markup per icon, whose text all open pages share.</summary>
internal static partial class IconMarkup
{
    /// <summary>The sprite's path below the root, without its fingerprint.</summary>
    public const string Sprite = "img/icons.svg";

    private static readonly ConcurrentDictionary<(string Address, Glyph Glyph, string? Style), MarkupString> Drawn = new();
    private static readonly ConcurrentDictionary<(string Address, Glyph Glyph), string> Shapes = new();

    /// <summary>Gets the markup of an icon. It is hidden from screen readers: the element around it has the name.</summary>
    /// <param name="assets">The page's static files, which know the sprite's address.</param>
    /// <param name="glyph">The icon.</param>
    /// <param name="style">Further CSS classes: <c>s</c> for a small one.</param>
    public static MarkupString Icon(this ResourceAssetCollection assets, Glyph glyph, string? style = null) =>
        Drawn.GetOrAdd((assets[Sprite], glyph, style), static key => new MarkupString(
            $"<svg class=\"icon{(key.Style is null ? "" : " ")}{key.Style}\" aria-hidden=\"true\">" +
            $"<use href=\"{key.Address}#{NameOf(key.Glyph)}\"/></svg>"));

    /// <summary>Gets an icon as MudBlazor's components take it: what stands inside their own svg element.</summary>
    public static string Shape(this ResourceAssetCollection assets, Glyph glyph) =>
        Shapes.GetOrAdd((assets[Sprite], glyph), static key => $"<use href=\"{key.Address}#{NameOf(key.Glyph)}\"/>");

    /// <summary>Gets the name of an icon in the sprite: <c>check_circle-fill</c> for <see cref="Glyph.CheckCircleFilled"/>.</summary>
    public static string NameOf(Glyph glyph)
    {
        var name = glyph.ToString();
        var isFilled = name.EndsWith("Filled", StringComparison.Ordinal);
        var words = WordStart().Replace(isFilled ? name[..^"Filled".Length] : name, "_$0").ToLowerInvariant();
        return isFilled ? words + "-fill" : words;
    }

    [GeneratedRegex("(?<=.)[A-Z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
