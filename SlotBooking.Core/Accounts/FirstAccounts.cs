using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Makes the first accounts of an empty installation, once, however many processes start at the same moment.</summary>
public sealed partial class FirstAccounts(
    Database database, PasswordHashing hashing, ILookupNormalizer normalizer, TimeProvider time, ILogger<FirstAccounts> logger)
{
    private static readonly Actor Start = new(null, "Start");

    /// <summary>Makes sure that the three roles exist.</summary>
    public async Task EnsureRolesAsync(CancellationToken cancellationToken)
    {
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (await db.Roles.CountAsync(cancellationToken) >= Roles.All.Count)
            {
                return;
            }
        }

        try
        {
            await database.WriteAsync(
                async db =>
                {
                    var there = await db.Roles.Select(r => r.Name).ToListAsync(cancellationToken);
                    db.Roles.AddRange(Roles.All.Except(there).Select(name => new Role
                    {
                        Id = Guid.CreateVersion7(),
                        Name = name,
                        NormalizedName = normalizer.NormalizeName(name),
                    }));
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another process was faster: they exist.
        }
    }

    /// <summary>Makes the accounts of the list. A password that the rules would refuse works once.</summary>
    public async Task MakeListedAsync(IReadOnlyList<UserList.Entry> entries, CancellationToken cancellationToken)
    {
        var made = await Task.WhenAll(entries.Select(async entry =>
        {
            var wish = new NewAccount(
                entry.UserName, null, entry.Password, [entry.IsAdmin ? Roles.Admin : Roles.Agent], PasswordRules.Check(entry.Password, entry.UserName) is not null);
            return (wish, AccountMaking.Make(wish, await hashing.HashAsync(entry.Password, cancellationToken), normalizer, time.GetUtcNow()));
        }));
        if (await MakeAllAsync(made, cancellationToken))
        {
            LogListed(entries.Count, entries.Count(e => e.IsAdmin), made.Count(m => m.wish.MustChangePassword));
        }
    }

    /// <summary>Makes the people of a demo office. They share one password, which the sign-in page shows, so one hash serves them all.</summary>
    /// <param name="people">The accounts; their own passwords do not count.</param>
    /// <param name="password">The password of all of them.</param>
    /// <param name="cancellationToken">Cancels it before anything is written.</param>
    /// <returns>Account ids by user name; null when another process was faster.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>?> MakeDemoAsync(
        IReadOnlyList<NewAccount> people, string password, CancellationToken cancellationToken)
    {
        var hash = await hashing.HashAsync(password, cancellationToken);
        var made = people.Select(person => (Wish: person, Account: AccountMaking.Make(person, hash, normalizer, time.GetUtcNow()))).ToList();
        return await MakeAllAsync(made, cancellationToken)
            ? made.ToDictionary(m => m.Wish.UserName, m => m.Account.Id, StringComparer.Ordinal)
            : null;
    }

    /// <summary>Returns whether there is an account with this user name and password.</summary>
    public async Task<bool> HasPasswordAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = normalizer.NormalizeName(userName);
        await using var db = await database.ReadAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken);
        return account is not null && await hashing.VerifyAsync(account.PasswordHash, password, cancellationToken);
    }

    private async Task<bool> MakeAllAsync(IReadOnlyList<(NewAccount Wish, Account Account)> made, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async db =>
                {
                    // One process at a time: on PostgreSQL the role's row is the turnstile.
                    await db.Roles.Where(r => r.Name == Roles.Admin).ExecuteUpdateAsync(set => set.SetProperty(r => r.ConcurrencyStamp, r => r.ConcurrencyStamp), cancellationToken);
                    if (await db.Users.AnyAsync(cancellationToken))
                    {
                        return false;
                    }

                    foreach (var (wish, account) in made)
                    {
                        await AccountMaking.AddAsync(db, account, wish.Roles, cancellationToken);
                        db.Tell(account.Id, "added", Start, time.GetUtcNow());
                    }

                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Made {Count} accounts from USERLIST, {Admins} of them admins; {MustChange} have to change their password")]
    private partial void LogListed(int count, int admins, int mustChange);
}
