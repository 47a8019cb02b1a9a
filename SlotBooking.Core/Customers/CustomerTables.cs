using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class CustomerTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Gets the profiles of customers.</summary>
        public DbSet<Customer> Customers => db.Set<Customer>();

        /// <summary>Gets the numbers and names by which customers are recognised.</summary>
        public DbSet<CustomerKey> CustomerKeys => db.Set<CustomerKey>();

        /// <summary>Gets the words by which customers are found.</summary>
        public DbSet<CustomerWord> CustomerWords => db.Set<CustomerWord>();

        /// <summary>Gets the digits by which customers are found.</summary>
        public DbSet<CustomerDigits> CustomerDigits => db.Set<CustomerDigits>();

        /// <summary>Gets the notes about customers.</summary>
        public DbSet<CustomerNote> CustomerNotes => db.Set<CustomerNote>();

        /// <summary>Gets the merges of profiles.</summary>
        public DbSet<CustomerMerge> CustomerMerges => db.Set<CustomerMerge>();
    }
}
