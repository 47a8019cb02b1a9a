using System.Text.Json;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Customers;

/// <summary>What the log is told of customers: ids, never who they are.</summary>
public static class CustomerEvents
{
    private const int MostNamed = 20;

    /// <summary>Profiles changed; with more than a few, the detail names none and all may have.</summary>
    public static OfficeEvent Changed(IReadOnlyCollection<Guid> customers, DateTimeOffset at, Actor? by = null) =>
        Make(EventKinds.CustomersChanged, customers.Count <= MostNamed ? customers : [], at, by);

    /// <summary>Something was done with one customer.</summary>
    public static OfficeEvent About(string kind, Guid customer, DateTimeOffset at, Actor by) => Make(kind, [customer], at, by);

    /// <summary>Whether an open profile of the customer has to be read again.</summary>
    public static bool Concerns(OfficeEvent told, Guid customer) => told.Kind switch
    {
        EventKinds.CustomersChanged => told.Detail is not { } detail || CustomersIn(detail) is var ids && (ids.Length == 0 || ids.Contains(customer)),
        EventKinds.CustomerErased => told.Detail is { } detail && CustomersIn(detail).Contains(customer),
        _ => false,
    };

    private static OfficeEvent Make(string kind, IReadOnlyCollection<Guid> customers, DateTimeOffset at, Actor? by) =>
        new() { Kind = kind, At = at, AccountId = by?.AccountId, Detail = JsonSerializer.Serialize(customers) };

    private static Guid[] CustomersIn(string detail) => JsonSerializer.Deserialize<Guid[]>(detail) ?? [];
}
