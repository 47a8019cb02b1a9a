using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Adds a session inside the caller's transaction; the caller has made sure who it is.</summary>
internal static class SessionOpening
{
    public static async Task<SignedIn> OpenAsync(SlotBookingDb db, Account account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = new Session { AccountId = account.Id, StartedAt = now, LastSeenAt = now };
        db.Sessions.Add(session);
        return new SignedIn(
            session.Id, account.Id, account.UserName!, account.DisplayName, await RolesOfAsync(db, account.Id, cancellationToken), account.MustChangePassword);
    }

    public static async Task<IReadOnlyList<string>> RolesOfAsync(SlotBookingDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.UserRoles.Where(link => link.UserId == accountId)
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
            .OrderBy(name => name)
            .ToListAsync(cancellationToken);
}
