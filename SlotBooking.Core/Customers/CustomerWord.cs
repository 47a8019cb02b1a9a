using SlotBooking.Core.Contacts;

namespace SlotBooking.Core.Customers;

/// <summary>A word by which a customer is found: a part of the name, or a list's.</summary>
public sealed class CustomerWord
{
    /// <summary>The longest part that is kept; longer names are found by their beginning.</summary>
    public const int Limit = NameWords.Limit;

    /// <summary>Normalised like <see cref="CustomerName.Key"/>; lists begin with „#“, which no name does.</summary>
    public required string Word { get; init; }

    /// <summary>What hits of the same word are ordered by: the beginning of the whole name.</summary>
    public required string SortKey { get; init; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; init; }
}
