using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Adds and changes accounts. Every change is one transaction with its event, and ends the sessions that it concerns.</summary>
/// <remarks>Whoever calls it has made sure that the author may. Stateless and thread-safe.</remarks>
public sealed class AccountDesk(Database database, PasswordHashing hashing, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Whether there is any account at all.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Users.AnyAsync(cancellationToken);
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var roles = (await db.UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
            .ToListAsync(cancellationToken)).ToLookup(link => link.UserId, link => link.Name!);
        var now = time.GetUtcNow();
        var accounts = await db.Users.AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync(cancellationToken);
        return
        [
            .. accounts.Select(a => new AccountLine(
                a.Id, a.UserName!, a.DisplayName, [.. roles[a.Id].Order(StringComparer.Ordinal)], a.DisabledAt is not null, a.LockoutEnd > now, a.MustChangePassword, a.LastSignInAt)),
        ];
    }

    /// <summary>Adds an account.</summary>
    public async Task<AccountAnswer> AddAsync(NewAccount wish, Actor author, CancellationToken cancellationToken)
    {
        if (!UserNames.IsValid(wish.UserName))
        {
            return new AccountAnswer.BadName();
        }

        if (wish.Roles.Count == 0 || wish.Roles.Except(Roles.All).Any())
        {
            return new AccountAnswer.BadRole();
        }

        if (PasswordRules.Check(wish.Password, wish.UserName) is { } fault)
        {
            return new AccountAnswer.BadPassword(fault);
        }

        var account = AccountMaking.Make(wish, await hashing.HashAsync(wish.Password, cancellationToken), normalizer, time.GetUtcNow());
        try
        {
            return await database.WriteAsync<AccountAnswer>(
                async db =>
                {
                    await AccountMaking.AddAsync(db, account, wish.Roles, cancellationToken);
                    db.Tell(account.Id, "added", author, time.GetUtcNow());
                    return new AccountAnswer.Done(account.Id);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return new AccountAnswer.NameTaken();
        }
    }

    /// <summary>Switches an account off and ends its sessions. The history stays.</summary>
    public Task<AccountAnswer> DisableAsync(string userName, Actor author, CancellationToken cancellationToken) =>
        ChangeAsync(
            userName,
            "disabled",
            author,
            async (db, account) =>
            {
                if (await IsLastAdminAsync(db, account, cancellationToken))
                {
                    return new AccountAnswer.LastAdmin();
                }

                account.DisabledAt ??= time.GetUtcNow();
                return null;
            },
            cancellationToken);

    /// <summary>Switches an account on again and lifts a lock.</summary>
    public Task<AccountAnswer> EnableAsync(string userName, Actor author, CancellationToken cancellationToken) =>
        ChangeAsync(
            userName,
            "enabled",
            author,
            (_, account) =>
            {
                account.DisabledAt = null;
                account.LockoutEnd = null;
                account.AccessFailedCount = 0;
                return Task.FromResult<AccountAnswer?>(null);
            },
            cancellationToken);

    /// <summary>Gives an account a password that somebody else has chosen: it has to be changed at the next sign-in.</summary>
    public async Task<AccountAnswer> ResetPasswordAsync(string userName, string password, Actor author, CancellationToken cancellationToken)
    {
        if (PasswordRules.Check(password, userName) is { } fault)
        {
            return new AccountAnswer.BadPassword(fault);
        }

        var hash = await hashing.HashAsync(password, cancellationToken);
        return await ChangeAsync(
            userName,
            "password",
            author,
            (_, account) =>
            {
                account.SetPassword(hash);
                account.MustChangePassword = true;
                account.LockoutEnd = null;
                account.AccessFailedCount = 0;
                return Task.FromResult<AccountAnswer?>(null);
            },
            cancellationToken);
    }

    /// <summary>Gives an account exactly this role.</summary>
    public async Task<AccountAnswer> SetRoleAsync(string userName, string role, Actor author, CancellationToken cancellationToken)
    {
        if (!Roles.All.Contains(role))
        {
            return new AccountAnswer.BadRole();
        }

        return await ChangeAsync(
            userName,
            "role",
            author,
            async (db, account) =>
            {
                if (role != Roles.Admin && await IsLastAdminAsync(db, account, cancellationToken))
                {
                    return new AccountAnswer.LastAdmin();
                }

                await db.UserRoles.Where(link => link.UserId == account.Id).ExecuteDeleteAsync(cancellationToken);
                await AccountMaking.LinkAsync(db, account, [role], cancellationToken);
                return null;
            },
            cancellationToken);
    }

    private Task<AccountAnswer> ChangeAsync(
        string userName, string what, Actor author, Func<SlotBookingDb, Account, Task<AccountAnswer?>> change, CancellationToken cancellationToken)
    {
        var name = normalizer.NormalizeName(userName.Trim());
        return database.WriteAsync(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken) is not { } account)
                {
                    return new AccountAnswer.Unknown();
                }

                if (await change(db, account) is { } refusal)
                {
                    return refusal;
                }

                account.SecurityStamp = Guid.NewGuid().ToString("N");
                await db.Sessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
                db.Tell(account.Id, what, author, time.GetUtcNow());
                return new AccountAnswer.Done(account.Id);
            },
            cancellationToken);
    }

    /// <summary>Holds the admin role's row until the commit, so that two admins cannot remove each other at the same moment.</summary>
    private static async Task<bool> IsLastAdminAsync(SlotBookingDb db, Account account, CancellationToken cancellationToken)
    {
        await db.Roles.Where(r => r.Name == Roles.Admin).ExecuteUpdateAsync(set => set.SetProperty(r => r.ConcurrencyStamp, r => r.ConcurrencyStamp), cancellationToken);
        var admins = await db.Users.Where(a => a.DisabledAt == null)
            .Join(db.UserRoles, a => a.Id, link => link.UserId, (a, link) => new { a.Id, link.RoleId })
            .Join(db.Roles.Where(r => r.Name == Roles.Admin), link => link.RoleId, role => role.Id, (link, _) => link.Id)
            .ToListAsync(cancellationToken);
        return admins is [var only] && only == account.Id;
    }
}
