using System.Text;

namespace SlotBooking.Core.Markers;

/// <summary>Which words in brackets mean what. A word is the same in any case and spacing, with umlauts composed, decomposed or spelt out.</summary>
public sealed class MarkerWords
{
    /// <summary>The words of an office that changed nothing.</summary>
    public static readonly IReadOnlyList<MarkerWord> DefaultWords =
    [
        new("erschienen", TitleMarker.Completed),
        new("nicht erschienen", TitleMarker.NoShow),
        new("Ghost", TitleMarker.Ghost),
        new("verschoben", TitleMarker.Rescheduled),
        new("abgesagt", TitleMarker.Cancelled),
        new("Überhang", TitleMarker.Overhang),
        new("Exit", TitleMarker.Exit),
        new("Vorbehalt", TitleMarker.Reserved),
    ];

    /// <summary>The same, ready to be looked up.</summary>
    public static readonly MarkerWords Default = new(DefaultWords);

    private readonly Dictionary<string, TitleMarker> _byWord = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<MarkerWord> _words;

    /// <summary>Of two equal words the first counts.</summary>
    public MarkerWords(IReadOnlyList<MarkerWord> words)
    {
        _words = words;
        foreach (var word in words)
        {
            _byWord.TryAdd(Fold(word.Word), word.Means);
        }
    }

    /// <summary>What the word between the brackets means; <see cref="TitleMarker.Unknown"/> for one that is not in the table.</summary>
    public TitleMarker Read(string between) => _byWord.GetValueOrDefault(Fold(between), TitleMarker.Unknown);

    /// <summary>The marker as people write it: „( erschienen )“; null when no word means this.</summary>
    public string? Written(TitleMarker marker) => _words.FirstOrDefault(w => w.Means == marker) is { } word ? $"( {word.Word.Trim()} )" : null;

    /// <summary>The form in which words are compared.</summary>
    internal static string Fold(string word)
    {
        // Halves of surrogate pairs, which cannot be normalised, are replaced on the way.
        var whole = string.Concat(word.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);
        var folded = new StringBuilder(whole.Length + 2);
        foreach (var c in whole.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format))
        {
            _ = c switch
            {
                'ä' => folded.Append("ae"),
                'ö' => folded.Append("oe"),
                'ü' => folded.Append("ue"),
                'ß' => folded.Append("ss"),
                _ => folded.Append(c),
            };
        }

        return folded.ToString();
    }
}
