namespace SlotBooking.Core.Contacts;

/// <summary>What somebody typed into the search, taken apart.</summary>
/// <param name="Words">Normalised beginnings of names, longest first.</param>
/// <param name="Digits">Digits as they stand inside a number; null when there are none.</param>
internal sealed record SearchTerms(IReadOnlyList<string> Words, string? Digits)
{
    private const int MostWords = 4;
    private const int MostDigits = 15;

    /// <summary>Takes the text apart. Numbers may be written with spaces, dashes, brackets, with or without the country.</summary>
    public static SearchTerms In(string? text)
    {
        var typed = NumberSpelling.ZeroInBrackets().Replace(text ?? "", " ");
        var digits = NumberSpelling.Number().Matches(typed)
            .Select(match => Digit(match.Value))
            .Where(run => run.Length > 0)
            .MaxBy(run => run.Length);
        var rest = NumberSpelling.Number().Replace(typed, " ");
        var words = NameWords.In(CustomerName.Key(rest, null)).OrderByDescending(word => word.Length).Take(MostWords).ToList();
        return new SearchTerms(words, digits);
    }

    /// <summary>As they stand in E.164: what is dialled first, 0 or 00, is no part of the number.</summary>
    private static string Digit(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length <= MostDigits ? digits : digits[..MostDigits];
    }
}
