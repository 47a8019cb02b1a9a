using System.Text.RegularExpressions;
using System.Xml.Linq;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Metrics;

namespace SlotBooking.Tests.Web.Resources;

public sealed partial class TextsTests
{
    private static readonly string WebFolder = Path.Combine(RepositoryRoot(), "SlotBooking.Web");

    /// <summary>Their names and sentences are shown by pages.</summary>
    private static readonly string[] Catalogues =
    [
        "Metrics/Formulas.cs", "Achievements/Badges/BadgeCatalogue.cs", "Achievements/Levels/LevelTitles.cs",
        "Achievements/GameRules.cs", "Achievements/Levels/LevelRules.cs", "Settings/SettingsStore.cs",
        "Achievements/Projection/FactReader.cs", "Achievements/Projection/Game.cs", "Achievements/Projection/BrokenEvents.cs",
    ];

    [Fact]
    public void Every_sentence_on_a_page_has_its_English()
    {
        var used = Sources().SelectMany(source => Sentence().Matches(source)).Select(match => Unescape(match.Groups["sentence"].Value));

        var missing = used.Except(Keys(), StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "Texts.en.resx lacks: " + string.Join(" | ", missing));
    }

    [Fact]
    public void Every_formula_has_its_English()
    {
        var missing = Formulas.All.SelectMany(f => new[] { f.Name, f.Sentence }).Except(Keys(), StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "Texts.en.resx lacks: " + string.Join(" | ", missing));
    }

    [Fact]
    public void Every_badge_and_every_level_has_its_English()
    {
        var missing = BadgeCatalogue.All.Select(b => b.Name).Concat(LevelTitles.All).Except(Keys(), StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "Texts.en.resx lacks: " + string.Join(" | ", missing));
    }

    [Fact]
    public void Every_fault_of_the_games_rules_has_its_English()
    {
        var wrong = new GameRules { BookingPoints = -1, TakeBackMinutes = -1, Boards = (BoardView)99, Levels = new LevelRules { Base = 0, Growth = 0 } };

        var missing = wrong.Problems().Except(Keys(), StringComparer.Ordinal).ToList();

        Assert.Equal(5, wrong.Problems().Count);
        Assert.True(missing.Count == 0, "Texts.en.resx lacks: " + string.Join(" | ", missing));
    }

    [Fact]
    public void No_sentence_is_translated_that_no_page_says()
    {
        var sources = string.Join('\n', Sources());

        var unused = Keys().Where(key => !sources.Contains($"\"{Escape(key)}\"", StringComparison.Ordinal)).ToList();

        Assert.True(unused.Count == 0, "Texts.en.resx has too much: " + string.Join(" | ", unused));
    }

    [Fact]
    public void No_sentence_is_translated_twice()
    {
        var twice = Keys().GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToList();

        Assert.Empty(twice);
    }

    [Fact]
    public void Both_languages_have_the_same_gaps_to_fill()
    {
        var differing = Entries()
            .Where(entry => !Gaps(entry.German).SetEquals(Gaps(entry.English)))
            .Select(entry => entry.German)
            .ToList();

        Assert.Empty(differing);
    }

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(match => match.Value)];

    private static IEnumerable<string> Keys() => Entries().Select(entry => entry.German);

    private static IEnumerable<(string German, string English)> Entries() =>
        XDocument.Load(Path.Combine(WebFolder, "Resources", "Texts.en.resx")).Root!.Elements("data")
            .Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(WebFolder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Concat(Catalogues.Select(path => Path.Combine(RepositoryRoot(), "SlotBooking.Core", path)))
            .Select(File.ReadAllText);

    private static string Unescape(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal);

    private static string Escape(string sentence) => sentence.Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SlotBooking.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"\bT\[\s*\x22(?<sentence>(?:[^\x22\\]|\\.)*)\x22", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
