using System.Text.RegularExpressions;

namespace SlotBooking.Tests.Web.Layout;

/// <summary>Holds the design tokens of one theme, read from tokens.css.</summary>
internal sealed partial class TokenSheet
{
    private readonly Dictionary<string, string> _tokens;

    private TokenSheet(Dictionary<string, string> tokens) => _tokens = tokens;

    /// <summary>Gets the value of <c>--sb-NAME</c>.</summary>
    public string this[string name] => _tokens.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"tokens.css has no --sb-{name}.");

    /// <summary>Reads the light theme, or the dark one, which overrides the light one.</summary>
    public static TokenSheet Read(string css, bool isDark)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match block in Block().Matches(Comment().Replace(css, "")))
        {
            var selector = block.Groups["selector"].Value.Trim();
            if (selector is ":root" or ":root, [data-theme=\"light\"]" || (isDark && selector is "[data-theme=\"dark\"]"))
            {
                foreach (Match token in Token().Matches(block.Groups["body"].Value))
                {
                    tokens[token.Groups["name"].Value] = token.Groups["value"].Value.Trim();
                }
            }
        }

        return new TokenSheet(tokens);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=^|\})(?<selector>[^{}@]+)\{(?<body>[^{}]*)\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"--sb-(?<name>[a-z0-9-]+)\s*:(?<value>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
