using SlotBooking.Core.Customers;

namespace SlotBooking.Web.Features.Customers;

/// <summary>Addresses of the customers' page: ids and lists, never what was typed or whom it is about.</summary>
internal static class CustomerLinks
{
    /// <summary>The address of <see cref="Export"/> as a pattern.</summary>
    public const string ExportRoute = "/customers/{id:guid}/export";

    public static string To(Guid? customer, CustomerList list) =>
        (customer is { } id ? $"/customers/{id}" : "/customers") + (list == CustomerList.All ? "" : $"?list={list.Code()}");

    /// <summary>Where everything about a customer is handed out.</summary>
    public static string Export(Guid customer) => $"/customers/{customer}/export";
}
