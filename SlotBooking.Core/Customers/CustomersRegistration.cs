using Microsoft.Extensions.DependencyInjection;

namespace SlotBooking.Core.Customers;

/// <summary>Registers customers.</summary>
public static class CustomersRegistration
{
    /// <summary>Adds the book of customers and what is done with it.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddSingleton<CustomerLookup>();
        services.AddSingleton<CustomerBook>();
        services.AddSingleton<CustomerSearch>();
        services.AddSingleton<CustomerProfiles>();
        services.AddSingleton<CustomerNotes>();
        services.AddSingleton<CustomerMerging>();
        services.AddSingleton<CustomerErasure>();
        services.AddSingleton<CustomerExport>();
        return services;
    }

    /// <summary>Adds the loop that a serving program runs; console verbs do without.</summary>
    public static IServiceCollection AddCustomerLoop(this IServiceCollection services) => services.AddHostedService<CustomerBookLoop>();
}
