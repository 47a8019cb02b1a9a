namespace SlotBooking.Core.Contacts;

/// <summary>Splits normalised names into the words by which they are found.</summary>
public static class NameWords
{
    /// <summary>The longest word; longer ones are cut.</summary>
    public const int Limit = 60;

    private static readonly char[] Between = [' ', ',', '-', '.', '/', '\'', '#'];

    /// <summary>The words of a name that was normalised by <see cref="CustomerName.Key"/>, each once.</summary>
    public static IEnumerable<string> In(string nameKey) =>
        nameKey.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => Cut(word)).Distinct(StringComparer.Ordinal);

    /// <summary>The beginning of a text, no longer than <see cref="Limit"/> and never half a surrogate pair.</summary>
    public static string Cut(string text) => text.Length <= Limit
        ? text
        : text[..(char.IsHighSurrogate(text[Limit - 1]) ? Limit - 1 : Limit)];
}
