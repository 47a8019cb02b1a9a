using SlotBooking.Core.Contacts;

namespace SlotBooking.Core.Customers;

/// <summary>A number or a name by which bookings find their customer.</summary>
public sealed class CustomerKey
{
    /// <summary>The longest key: a name's with its mark.</summary>
    public const int Limit = CustomerName.KeyLimit + 2;

    /// <summary>„p:“ and the number in E.164, or „n:“ and the normalised name.</summary>
    public required string Key { get; init; }

    /// <summary>Whose bookings they are now; another than <see cref="HomeId"/> while that one is merged into it.</summary>
    public Guid CustomerId { get; set; }

    /// <summary>The customer that was made for this key; a merge leaves it as it is, so it can be taken back.</summary>
    public Guid HomeId { get; init; }

    /// <summary>The key of a booking: the number if there is one, else the name. Null when it was erased.</summary>
    public static string? Of(string? phoneKey, string nameKey) => phoneKey is not null ? "p:" + phoneKey : nameKey.Length > 0 ? "n:" + nameKey : null;

    /// <summary>The number in a key; null when it is a name's.</summary>
    public static string? PhoneOf(string key) => key.StartsWith("p:", StringComparison.Ordinal) ? key[2..] : null;
}
