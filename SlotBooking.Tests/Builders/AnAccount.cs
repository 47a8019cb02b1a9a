using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Builders;

/// <summary>People of the tests: accounts with a role and without a password, for whoever need not sign in.</summary>
internal static class AnAccount
{
    private static readonly DateTimeOffset Hired = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static async Task<Actor> HireAsync(Database database, string name, string displayName, string role, bool isDisabled = false)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = displayName,
            CreatedAt = Hired,
            DisabledAt = isDisabled ? Hired : null,
        };
        await database.WriteAsync(
            async db =>
            {
                var stored = await db.Roles.SingleOrDefaultAsync(r => r.Name == role)
                    ?? db.Roles.Add(new Role { Id = Guid.CreateVersion7(), Name = role, NormalizedName = role.ToUpperInvariant() }).Entity;
                db.Users.Add(account);
                db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = stored.Id });
            },
            CancellationToken.None);
        return new Actor(account.Id, displayName);
    }
}
