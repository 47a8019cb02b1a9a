using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class CustomerTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Who is booked.</summary>
        public DbSet<Customer> Customers => db.Set<Customer>();

        /// <summary>By what they are recognised.</summary>
        public DbSet<CustomerKey> CustomerKeys => db.Set<CustomerKey>();

        /// <summary>By which words they are found.</summary>
        public DbSet<CustomerWord> CustomerWords => db.Set<CustomerWord>();

        /// <summary>By which digits they are found.</summary>
        public DbSet<CustomerDigits> CustomerDigits => db.Set<CustomerDigits>();

        /// <summary>What colleagues wrote about them.</summary>
        public DbSet<CustomerNote> CustomerNotes => db.Set<CustomerNote>();

        /// <summary>Which profiles were found to be one.</summary>
        public DbSet<CustomerMerge> CustomerMerges => db.Set<CustomerMerge>();
    }
}
