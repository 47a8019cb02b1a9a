using System.Text;
using MudBlazor;

namespace SlotBooking.Tests.Web.Layout;

/// <summary>Makes mud-theme.css: MudBlazor's variables with the colours of tokens.css, light and dark.</summary>
/// <remarks>
/// MudThemeProvider would write them into a style element, which the content policy refuses. After a change of tokens.css:
/// <c>dotnet SlotBooking.Tests.dll theme-sheet</c>.
/// </remarks>
internal static class ThemeSheet
{
    public const string File = "SlotBooking.Web/wwwroot/css/mud-theme.css";

    private const string Tokens = "SlotBooking.Web/wwwroot/css/tokens.css";

    /// <summary>Writes the sheet into the source tree.</summary>
    public static async Task<int> WriteAsync()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(SourceTree.Root, File), Generate());
        return 0;
    }

    /// <summary>Gets the sheet as it has to be.</summary>
    public static string Generate()
    {
        var css = System.IO.File.ReadAllText(Path.Combine(SourceTree.Root, Tokens));
        var light = Variables(TokenSheet.Read(css, isDark: false), isDark: false);
        var dark = Variables(TokenSheet.Read(css, isDark: true), isDark: true);
        var differing = light.Zip(dark).Where(pair => pair.First != pair.Second).ToList();
        var sheet = new StringBuilder("/* Generated from tokens.css by `dotnet SlotBooking.Tests.dll theme-sheet`; a test holds it equal. */\n");
        Append(sheet, ":root", light.Zip(dark).Where(pair => pair.First == pair.Second).Select(pair => pair.First));
        Append(sheet, ":root, [data-theme=\"light\"]", differing.Select(pair => pair.First));
        Append(sheet, "[data-theme=\"dark\"]", differing.Select(pair => pair.Second));
        return sheet.ToString();
    }

    private static void Append(StringBuilder sheet, string selector, IEnumerable<string> lines)
    {
        sheet.Append(selector).Append(" {\n");
        foreach (var line in lines)
        {
            sheet.Append("  ").Append(line).Append('\n');
        }

        sheet.Append("}\n");
    }

    private static string[] Variables(TokenSheet tokens, bool isDark)
    {
        var text = new ThemeText(Theme(tokens)).Write();
        return [.. text
            .Replace("color-scheme: light", isDark ? "color-scheme: dark" : "color-scheme: light", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static MudTheme Theme(TokenSheet tokens)
    {
        var theme = new MudTheme
        {
            PaletteLight = Palette(tokens),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "var(--sb-r-2)", AppbarHeight = "var(--sb-bar)" },
            Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(Shadow)] },
        };
        foreach (var (style, size, weight) in new (BaseTypography Style, string Size, string Weight)[]
        {
            (theme.Typography.Default, "base", "normal"),
            (theme.Typography.H1, "xl", "strong"),
            (theme.Typography.H2, "base", "strong"),
            (theme.Typography.H3, "m", "strong"),
            (theme.Typography.H4, "m", "strong"),
            (theme.Typography.H5, "m", "strong"),
            (theme.Typography.H6, "l", "strong"),
            (theme.Typography.Subtitle1, "base", "medium"),
            (theme.Typography.Subtitle2, "m", "medium"),
            (theme.Typography.Body1, "base", "normal"),
            (theme.Typography.Body2, "m", "normal"),
            (theme.Typography.Button, "base", "medium"),
            (theme.Typography.Caption, "s", "normal"),
            (theme.Typography.Overline, "s", "normal"),
        })
        {
            style.FontFamily = ["var(--sb-font)"];
            style.FontSize = $"var(--sb-text-{size})";
            style.FontWeight = $"var(--sb-w-{weight})";
            style.LineHeight = "var(--sb-lead)";
            style.LetterSpacing = "normal";
            style.TextTransform = "none";
        }

        return theme;
    }

    private static string Shadow(int elevation) => elevation switch
    {
        0 => "none",
        < 8 => "var(--sb-shadow-1)",
        < 16 => "var(--sb-shadow-2)",
        _ => "var(--sb-shadow-3)",
    };

    private static PaletteLight Palette(TokenSheet tokens) => new()
    {
        Black = tokens["ink"],
        White = tokens["surface"],
        Primary = tokens["brand"],
        PrimaryContrastText = tokens["on-brand"],
        PrimaryDarken = tokens["brand-hover"],
        PrimaryLighten = tokens["brand-soft"],
        Secondary = tokens["ink-2"],
        SecondaryContrastText = tokens["surface"],
        Tertiary = tokens["brass"],
        TertiaryContrastText = tokens["surface"],
        Info = tokens["brand"],
        InfoContrastText = tokens["on-brand"],
        Success = tokens["good"],
        SuccessContrastText = tokens["on-solid"],
        Warning = tokens["warn"],
        WarningContrastText = tokens["on-solid"],
        Error = tokens["bad"],
        ErrorContrastText = tokens["on-solid"],
        Dark = tokens["ink"],
        DarkContrastText = tokens["surface"],
        TextPrimary = tokens["ink"],
        TextSecondary = tokens["ink-2"],
        TextDisabled = tokens["ink-3"],
        ActionDefault = tokens["ink-2"],
        ActionDisabled = tokens["ink-3"],
        ActionDisabledBackground = tokens["sunken"],
        Background = tokens["canvas"],
        BackgroundGray = tokens["sunken"],
        Surface = tokens["surface"],
        DrawerBackground = tokens["frame"],
        DrawerText = tokens["frame-ink"],
        DrawerIcon = tokens["frame-ink-2"],
        AppbarBackground = tokens["surface"],
        AppbarText = tokens["ink"],
        LinesDefault = tokens["line"],
        LinesInputs = tokens["line-strong"],
        TableLines = tokens["line"],
        TableStriped = tokens["sunken"],
        TableHover = tokens["hover"],
        Divider = tokens["line"],
        DividerLight = tokens["line"],
        Skeleton = tokens["line"],
        GrayDefault = "var(--sb-ink-3)",
        GrayLight = "var(--sb-line-strong)",
        GrayLighter = "var(--sb-line)",
        GrayDark = "var(--sb-ink-2)",
        GrayDarker = "var(--sb-ink)",
        OverlayDark = "var(--sb-scrim)",
        OverlayLight = "var(--sb-scrim)",
        RippleOpacity = 0,
        RippleOpacitySecondary = 0,
    };

    /// <summary>The provider is used for its text only and never drawn.</summary>
    private sealed class ThemeText : MudThemeProvider
    {
        public ThemeText(MudTheme theme) => Theme = theme;

        public string Write()
        {
            var text = new StringBuilder();
            GenerateTheme(text);
            return text.ToString();
        }
    }
}
