using System.Globalization;
using System.Text;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Contacts;

/// <summary>Brings names into the form by which customers without a number are recognised.</summary>
public static class CustomerName
{
    /// <summary>The longest key; longer ones are cut.</summary>
    public const int KeyLimit = 210;

    /// <summary>"Müßig ( Ghost )", " Zoë  Ann" become "muessig, zoe ann": one key for all ways to type the same name.</summary>
    /// <param name="lastName">The surname.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="words">The office's own markers, which are no part of a name; those of an office that changed nothing when left out.</param>
    public static string Key(string? lastName, string? firstName, MarkerWords? words = null)
    {
        var parts = new[] { Fold(MarkerParser.NameOf(lastName, words)), Fold(MarkerParser.NameOf(firstName, words)) };
        var key = string.Join(", ", parts.Where(part => part.Length > 0));
        if (key.Length <= KeyLimit)
        {
            return key;
        }

        return key[..(char.IsHighSurrogate(key[KeyLimit - 1]) ? KeyLimit - 1 : KeyLimit)];
    }

    private static string Fold(string name)
    {
        // Umlauts are spelt out before marks are dropped: Müller is Mueller, not Muller.
        var spelt = new StringBuilder(name.Length + 8);
        foreach (var rune in Composed(name).EnumerateRunes())
        {
            spelt.Append(SpellOut(Rune.ToLowerInvariant(rune)));
        }

        var folded = new StringBuilder(spelt.Length);
        foreach (var c in spelt.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Composed form; halves of surrogate pairs, which cannot be normalised, are replaced first.</summary>
    private static string Composed(string name) =>
        string.Concat(name.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    private static string SpellOut(Rune rune) => rune.Value switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        '\u2019' or '`' or '\u00B4' => "'",
        _ => rune.ToString(),
    };
}
