using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>What an account may do now, as the database says in the transaction that is about to write.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">The name it signs in with; what the calendar's „Booked by“ line says.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">Its roles; none when it is disabled or has to change its password first.</param>
public sealed record AccountRights(Guid AccountId, string UserName, string DisplayName, IReadOnlySet<string> Roles)
{
    /// <summary>Whether it has the role, or is an admin.</summary>
    public bool May(string role) => Roles.Contains(role) || IsAdmin;

    /// <summary>Whether it is an admin.</summary>
    public bool IsAdmin => Roles.Contains(Accounts.Roles.Admin);

    /// <summary>The rights of several accounts; unknown ones are missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AccountRights>> ReadAsync(
        SlotBookingDb db, IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from account in db.Users
            where accountIds.Contains(account.Id)
            from userRole in db.UserRoles.Where(r => r.UserId == account.Id).DefaultIfEmpty()
            from role in db.Roles.Where(r => r.Id == userRole!.RoleId).DefaultIfEmpty()
            select new { account.Id, account.UserName, account.DisplayName, IsOff = account.DisabledAt != null || account.MustChangePassword, Role = role!.Name })
            .AsNoTracking().ToListAsync(cancellationToken);
        return rows.GroupBy(r => (r.Id, r.UserName, r.DisplayName)).ToDictionary(
            g => g.Key.Id,
            g => new AccountRights(
                g.Key.Id,
                g.Key.UserName ?? "",
                g.Key.DisplayName,
                g.Where(r => !r.IsOff && r.Role is not null).Select(r => r.Role!).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>Whether the actor is an active account with one of the roles (the product itself always may).</summary>
    public static async Task<bool> HasAnyAsync(
        SlotBookingDb db, Actor actor, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } id)
        {
            return true;
        }

        var rights = await ReadAsync(db, [id], cancellationToken);
        return rights.TryGetValue(id, out var mine) && roles.Any(mine.Roles.Contains);
    }
}
