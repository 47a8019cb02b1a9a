using SlotBooking.Core.Contacts;

namespace SlotBooking.Core.Customers;

/// <summary>Says under which words a customer is found.</summary>
internal static class CustomerWords
{
    /// <summary>The words of a profile: its lists and the parts of its name. A merged one is still found by its name; an erased or empty one not at all.</summary>
    public static HashSet<string> Of(Customer customer)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (customer.ErasedAt is not null || (customer.Appointments == 0 && customer.MergedInto is null))
        {
            return words;
        }

        words.UnionWith(CustomerRules.ListsOf(customer).Select(Of));
        words.UnionWith(NameWords.In(customer.NameKey));
        return words;
    }

    /// <summary>The word of a list.</summary>
    public static string Of(CustomerList list) => "#" + list;

    /// <summary>What hits of the same word are ordered by.</summary>
    public static string SortKey(string nameKey) => NameWords.Cut(nameKey);
}
