using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class AccountTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Gets the accounts, active and disabled.</summary>
        public DbSet<Account> Users => db.Set<Account>();

        /// <summary>Gets the roles.</summary>
        public DbSet<Role> Roles => db.Set<Role>();

        /// <summary>Gets which account has which role.</summary>
        public DbSet<IdentityUserRole<Guid>> UserRoles => db.Set<IdentityUserRole<Guid>>();

        /// <summary>Gets the sessions of those who are signed in.</summary>
        public DbSet<Session> Sessions => db.Set<Session>();
    }
}
