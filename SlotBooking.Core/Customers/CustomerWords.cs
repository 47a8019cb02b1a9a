namespace SlotBooking.Core.Customers;

/// <summary>Says under which words a customer is found.</summary>
internal static class CustomerWords
{
    private static readonly char[] Between = [' ', ',', '-', '.', '/', '\'', '#'];

    /// <summary>The words of a profile: its lists and the parts of its name. A merged one is still found by its name; an erased or empty one not at all.</summary>
    public static HashSet<string> Of(Customer customer)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (customer.ErasedAt is not null || (customer.Appointments == 0 && customer.MergedInto is null))
        {
            return words;
        }

        words.UnionWith(CustomerRules.ListsOf(customer).Select(Of));
        words.UnionWith(In(customer.NameKey));
        return words;
    }

    /// <summary>The word of a list.</summary>
    public static string Of(CustomerList list) => "#" + list;

    /// <summary>The words in a normalised name.</summary>
    public static IEnumerable<string> In(string nameKey) =>
        nameKey.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => Cut(word)).Distinct(StringComparer.Ordinal);

    /// <summary>What hits of the same word are ordered by.</summary>
    public static string SortKey(string nameKey) => Cut(nameKey);

    private static string Cut(string text) => text.Length <= CustomerWord.Limit
        ? text
        : text[..(char.IsHighSurrogate(text[CustomerWord.Limit - 1]) ? CustomerWord.Limit - 1 : CustomerWord.Limit)];
}
